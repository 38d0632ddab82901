package dev.latchkey.token.endpoint;

import dev.latchkey.grant.DeviceCode;
import dev.latchkey.grant.GrantStoreException;
import dev.latchkey.grant.Proof;
import dev.latchkey.oauth.error.ErrorBody;
import dev.latchkey.oauth.error.SwitchedOffException;
import dev.latchkey.oauth.form.OAuthForm;
import dev.latchkey.oauth.store.StoreUnavailableException;
import dev.latchkey.token.grant.DeviceGrant;
import dev.latchkey.token.grant.Poll;
import dev.latchkey.token.grant.PollAnswer;
import dev.latchkey.token.grant.PollAnswer.Delivered;
import dev.latchkey.token.grant.PollAnswer.Disallowed;
import dev.latchkey.token.grant.PollAnswer.NumberAwaited;
import dev.latchkey.token.grant.PollAnswer.TooEarly;
import dev.latchkey.token.grant.PollAnswer.TooMany;
import dev.latchkey.token.grant.PollAnswer.Withheld;
import dev.latchkey.token.hold.HeldAnswer;
import dev.latchkey.token.hold.HeldPolls;
import dev.latchkey.token.hold.WaitPreference;
import dev.latchkey.token.metrics.Metrics;
import dev.latchkey.token.metrics.Metrics.Told;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The device grant's side of the token endpoint (RFC 8628 section 3.4). */
@ApplicationScoped
class DevicePolls {

  /** RFC 7240 sections 2 and 3. */
  private static final String PREFER = "Prefer";

  private static final String PREFERENCE_APPLIED = "Preference-Applied";

  private final Admission admission;
  private final DeviceGrant grant;
  private final HeldPolls held;
  private final Metrics metrics;

  DevicePolls(Admission admission, DeviceGrant grant, HeldPolls held, Metrics metrics) {
    this.admission = admission;
    this.grant = grant;
    this.held = held;
    this.metrics = metrics;
  }

  Uni<RestResponse<?>> answer(TokenRequest request) {
    var sent = request.form().required("device_code");
    var wait = WaitPreference.of(request.http().headers().getAll(PREFER));
    return (wait.isEmpty() ? atOnce(sent, request) : waiting(sent, request, wait.get()))
        .onFailure(DevicePolls::isToComeAgain)
        .recoverWithItem(this::comeAgain);
  }

  private Uni<RestResponse<?>> atOnce(String sent, TokenRequest request) {
    return admission
        .tolerant(request, GrantType.DEVICE_CODE)
        .flatMap(
            requester -> answer(sent, request, requester, poll -> grant.answer(poll, request)));
  }

  private Uni<RestResponse<?>> waiting(String sent, TokenRequest request, Duration wait) {
    return Relay.of(
        () -> admission.tolerant(request, GrantType.DEVICE_CODE),
        requester ->
            answer(
                sent,
                request,
                requester,
                poll ->
                    held.answer(poll, request, wait, () -> waits(request))
                        .invoke(answer -> sayThatItWasHeld(answer, request.http().response()))
                        .map(HeldAnswer::answer)));
  }

  /** Others may have its place meanwhile, and its memory. */
  private void waits(TokenRequest request) {
    metrics.held();
    request.place().leave();
    request.forget();
  }

  private Uni<RestResponse<?>> answer(
      String sent, TokenRequest request, Requester requester, Function<Poll, Uni<PollAnswer>> way) {
    var profile = requester.client().errorProfile();
    return poll(sent, request.form(), requester)
        .map(way)
        .orElseGet(() -> Uni.createFrom().item(Withheld.INVALID))
        .map(
            answer -> {
              metrics.polled(told(answer));
              return PollAnswers.of(answer, profile);
            });
  }

  private static Told told(PollAnswer answer) {
    return switch (answer) {
      case Delivered ignored -> Told.GRANTED;
      case TooEarly ignored -> Told.SLOW_DOWN;
      case NumberAwaited ignored -> Told.NUMBER_AWAITED;
      case TooMany ignored -> Told.LIMITED;
      case Disallowed ignored -> Told.DENIED;
      case Withheld.PENDING -> Told.PENDING;
      case Withheld.DENIED -> Told.DENIED;
      case Withheld.EXPIRED -> Told.EXPIRED;
      case Withheld.INVALID -> Told.INVALID;
    };
  }

  private static void sayThatItWasHeld(HeldAnswer answer, HttpServerResponse response) {
    var time = answer.heldFor();
    if (time != null) {
      response.putHeader(PREFERENCE_APPLIED, "wait=" + time.toSeconds());
    }
  }

  /** Empty for a code that we cannot have issued, or a verifier that fits no challenge. */
  private static Optional<Poll> poll(String sent, OAuthForm form, Requester requester) {
    var verifier = form.optional("code_verifier");
    var challenge = verifier.flatMap(CodeVerifier::parse).map(CodeVerifier::challenge);
    if (verifier.isPresent() && challenge.isEmpty()) {
      return Optional.empty();
    }
    return DeviceCode.parse(sent)
        .map(
            code ->
                new Poll(
                    code,
                    requester.client(),
                    proof(challenge.orElse(null), requester.dpopThumbprint().orElse(null)),
                    form.optional("confirmation_number")));
  }

  private static Proof proof(@Nullable String challenge, @Nullable String dpopThumbprint) {
    return challenge == null && dpopThumbprint == null
        ? Proof.NONE
        : new Proof(challenge, dpopThumbprint);
  }

  private static boolean isToComeAgain(Throwable failure) {
    return failure instanceof GrantStoreException
        || failure instanceof StoreUnavailableException
        || failure instanceof SwitchedOffException;
  }

  private RestResponse<ErrorBody> comeAgain(Throwable failure) {
    if (failure instanceof SwitchedOffException) {
      metrics.polled(Told.SWITCHED_OFF);
      return PollAnswers.switchedOff();
    }
    Log.warnf("a poll was answered 503: %s: %s", failure, failure.getCause());
    metrics.polled(Told.UNAVAILABLE);
    return PollAnswers.unavailable();
  }
}

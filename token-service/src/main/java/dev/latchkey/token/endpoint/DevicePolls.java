package dev.latchkey.token.endpoint;

import dev.latchkey.grant.DeviceCode;
import dev.latchkey.grant.GrantStoreException;
import dev.latchkey.grant.Proof;
import dev.latchkey.oauth.form.OAuthForm;
import dev.latchkey.oauth.store.StoreUnavailableException;
import dev.latchkey.token.grant.DeviceGrant;
import dev.latchkey.token.grant.Poll;
import dev.latchkey.token.grant.PollAnswer;
import dev.latchkey.token.grant.PollAnswer.Withheld;
import dev.latchkey.token.hold.HeldAnswer;
import dev.latchkey.token.hold.HeldPolls;
import dev.latchkey.token.hold.WaitPreference;
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

  DevicePolls(Admission admission, DeviceGrant grant, HeldPolls held) {
    this.admission = admission;
    this.grant = grant;
    this.held = held;
  }

  Uni<RestResponse<?>> answer(TokenRequest request) {
    var sent = request.form().required("device_code");
    var wait = WaitPreference.of(request.http().headers().getAll(PREFER));
    return (wait.isEmpty() ? atOnce(sent, request) : waiting(sent, request, wait.get()))
        .onFailure(DevicePolls::isStoreAway)
        .recoverWithItem(
            failure -> {
              Log.warnf("a poll was answered 503: %s: %s", failure, failure.getCause());
              return PollAnswers.unavailable();
            });
  }

  private Uni<RestResponse<?>> atOnce(String sent, TokenRequest request) {
    return admission
        .tolerant(request, GrantType.DEVICE_CODE)
        .flatMap(requester -> answer(sent, request, requester, grant::answer));
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
                    held.answer(poll, wait, request.place()::leave)
                        .invoke(answer -> sayThatItWasHeld(answer, request.http().response()))
                        .map(HeldAnswer::answer)));
  }

  private static Uni<RestResponse<?>> answer(
      String sent, TokenRequest request, Requester requester, Function<Poll, Uni<PollAnswer>> way) {
    var profile = requester.client().errorProfile();
    return poll(sent, request.form(), requester)
        .map(way)
        .orElseGet(() -> Uni.createFrom().item(Withheld.INVALID))
        .map(answer -> PollAnswers.of(answer, profile));
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

  private static boolean isStoreAway(Throwable failure) {
    return failure instanceof GrantStoreException || failure instanceof StoreUnavailableException;
  }
}

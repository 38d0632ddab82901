package dev.latchkey.ui.upstream;

import dev.latchkey.oauth.store.CallerContext;
import dev.latchkey.ui.account.UpstreamFailure;
import dev.latchkey.ui.upstream.Arrival.Failed;
import dev.latchkey.ui.upstream.Arrival.Proven;
import dev.latchkey.ui.upstream.Arrival.Unasked;
import io.quarkus.logging.Log;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;

/**
 * The code flow of quarkus-oidc, with PKCE, state and nonce, called where we want it: so that
 * whatever goes wrong is an outcome that a page can be made of.
 */
@ApplicationScoped
class CodeFlow {

  /** Errors that say that the person did not want to, or may not (RFC 6749 section 4.1.2.1). */
  private static final Set<String> NO = Set.of("access_denied");

  private final HttpAuthenticator authenticator;
  private final ProviderDocuments documents;

  CodeFlow(HttpAuthenticator authenticator, ProviderDocuments documents) {
    this.authenticator = authenticator;
    this.documents = documents;
  }

  /**
   * Where to send the browser: the authorization endpoint, with these parameters too. Fails with
   * {@link ProviderException}.
   */
  Uni<String> depart(RoutingContext routing, Provider provider, Map<String, String> wishes) {
    return CallerContext.answers(
            authenticator.getChallenge(routing).ifNoItem().after(provider.patience()).fail())
        .map(challenge -> with(location(challenge), wishes))
        .onFailure()
        .transform(
            failure ->
                new ProviderException(reason(failure), "a sign-in cannot begin there", failure));
  }

  /** What the provider sent the browser back with. */
  Uni<Arrival> arrive(RoutingContext routing, Provider provider) {
    return isUnderWay(routing, provider)
        ? isFrom(provider, routing.request().getParam("iss"))
            .flatMap(
                right ->
                    right
                        ? proven(routing, provider)
                        : Uni.createFrom().item(new Failed(UpstreamFailure.UNTRUSTED)))
            .onFailure(ProviderException.class)
            .recoverWithItem(away -> new Failed(reason(away)))
        : Uni.createFrom().item(new Unasked());
  }

  /** Whether it is the answer of the provider that was asked, and of no other (RFC 9207). */
  private Uni<Boolean> isFrom(Provider provider, @Nullable String issuer) {
    return issuer == null
        ? documents.namesItself(provider).map(always -> !always)
        : Uni.createFrom().item(issuer.equals(provider.issuer()));
  }

  private Uni<Arrival> proven(RoutingContext routing, Provider provider) {
    var request = routing.request();
    return CallerContext.answers(
            authenticator
                .attemptAuthentication(routing)
                .ifNoItem()
                .after(provider.patience())
                .fail())
        .map(identity -> arrived(identity, provider))
        .onFailure()
        .recoverWithItem(
            failure -> new Failed(reason(request.getParam("error"), failure, provider)))
        .eventually(() -> dropSession(routing, provider));
  }

  private static boolean isUnderWay(RoutingContext routing, Provider provider) {
    var states = routing.queryParam("state");
    return states.size() == 1
        && routing
                .request()
                .getCookie(
                    OidcUtils.STATE_COOKIE_NAME + "_" + provider.name() + "_" + states.get(0))
            != null;
  }

  private static Arrival arrived(@Nullable SecurityIdentity identity, Provider provider) {
    var credential = identity == null ? null : identity.getCredential(IdTokenCredential.class);
    return credential == null
        ? new Failed(UpstreamFailure.STALE)
        : IdToken.read(credential.getToken(), provider)
            .<Arrival>map(Proven::new)
            .orElseGet(() -> new Failed(UpstreamFailure.UNTRUSTED));
  }

  private static UpstreamFailure reason(
      @Nullable String error, Throwable failure, Provider provider) {
    if (error != null) {
      return NO.contains(error) ? UpstreamFailure.REFUSED : UpstreamFailure.ERROR;
    }
    var reason = reason(failure);
    Log.warnf("sign-in at %s failed: %s", provider.name(), describe(failure));
    return reason;
  }

  private static UpstreamFailure reason(Throwable failure) {
    if (failure instanceof ProviderException known) {
      return known.reason();
    }
    for (var cause = Optional.of(failure);
        cause.isPresent();
        cause = Optional.ofNullable(cause.get().getCause())) {
      if (cause.get() instanceof InvalidJwtException) {
        return UpstreamFailure.UNTRUSTED;
      }
      if (cause.get() instanceof ConnectException
          || cause.get() instanceof OIDCException
          || cause.get() instanceof TimeoutException
          || cause.get() instanceof io.smallrye.mutiny.TimeoutException) {
        return UpstreamFailure.AWAY;
      }
    }
    return UpstreamFailure.UNTRUSTED;
  }

  /** Types only: what a provider says may be anything, and tokens are quoted in some messages. */
  static String describe(Throwable failure) {
    var words = new StringBuilder(failure.getClass().getSimpleName());
    for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      words.append(" < ").append(cause.getClass().getSimpleName());
    }
    return words.toString();
  }

  /** quarkus-oidc's own session, which begins and ends with this request. */
  private static void dropSession(RoutingContext routing, Provider provider) {
    routing.response().removeCookies(OidcUtils.SESSION_COOKIE_NAME + "_" + provider.name());
  }

  private static String location(ChallengeData challenge) {
    return challenge.getHeaders().entrySet().stream()
        .filter(header -> header.getKey().toString().equalsIgnoreCase("location"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no way to the provider"));
  }

  private static String with(String location, Map<String, String> wishes) {
    var address = new StringBuilder(location);
    wishes.forEach(
        (name, value) ->
            address
                .append('&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return address.toString();
  }
}

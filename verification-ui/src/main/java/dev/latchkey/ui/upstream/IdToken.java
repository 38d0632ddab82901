package dev.latchkey.ui.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.session.SignedIn;
import dev.latchkey.session.UpstreamSession;
import dev.latchkey.ui.account.Account;
import dev.latchkey.ui.account.UpstreamPerson;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an ID token says of a person (OpenID Connect Core section 2). Made of one whose signature,
 * issuer, audience, nonce and times have been verified; its other claims may still be anything.
 *
 * @param sid the provider's session, if it names it
 * @param authTime when the person proved who they are; null if the provider does not say
 * @param issuedAt by the provider's clock
 */
record IdToken(
    Provider provider,
    UpstreamPerson person,
    @Nullable String sid,
    Set<String> groups,
    Set<String> amr,
    @Nullable String acr,
    @Nullable Instant authTime,
    Instant issuedAt) {

  /** Empty if it does not say who the person is, or is meant for another client besides us. */
  static Optional<IdToken> read(String token, Provider provider) {
    JsonObject body;
    try {
      var payload = token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
      body = new JsonObject(new String(Base64.getUrlDecoder().decode(payload), UTF_8));
    } catch (IllegalArgumentException | IndexOutOfBoundsException | DecodeException e) {
      return Optional.empty();
    }
    return of(new Claims(body), provider);
  }

  private static Optional<IdToken> of(Claims claims, Provider provider) {
    var subject = claims.identifier("sub");
    var issuedAt = claims.time("iat");
    var party = claims.identifier("azp");
    if (subject == null
        || issuedAt == null
        || (party != null && !party.equals(provider.clientId()))) {
      return Optional.empty();
    }
    return Optional.of(
        new IdToken(
            provider,
            new UpstreamPerson(
                provider.name(),
                provider.issuer(),
                subject,
                claims.line("preferred_username"),
                claims.line("name"),
                claims.line("email"),
                provider.trustEmail() || claims.isTrue("email_verified")),
            claims.identifier("sid"),
            claims.groups(provider.groupsClaim()),
            claims.tokens("amr"),
            claims.identifier("acr"),
            claims.time("auth_time"),
            issuedAt));
  }

  /** The person in our session, once their account is known. */
  SignedIn signedIn(Account account) {
    var now = Instant.now();
    var proven = authTime == null || authTime.isAfter(now) ? now : authTime;
    return new SignedIn(
        account.subject(),
        account.generation(),
        proven,
        amr,
        acr,
        Optional.of(
            new UpstreamSession(
                provider.name(), provider.issuer(), person.subject(), sid, groups)));
  }

  @Override
  public String toString() {
    return "IdToken[" + provider.name() + "]";
  }
}

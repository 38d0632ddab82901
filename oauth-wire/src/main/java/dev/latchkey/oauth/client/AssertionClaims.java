package dev.latchkey.oauth.client;

import static dev.latchkey.oauth.client.ClientAssertions.refused;

import dev.latchkey.grant.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jspecify.annotations.Nullable;

/**
 * What remains of an assertion once its claims are found good.
 *
 * @param id its {@code jti}
 * @param keep how long it could be shown again, and a minute
 */
record AssertionClaims(String id, Duration keep) {

  /** Clocks of clients are this wrong, at most. */
  private static final Duration SKEW = Duration.ofSeconds(30);

  /** How much longer an id is kept: times are cut to seconds, and the clocks of pods differ. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  /** An assertion is made for one request; we need not remember the ids of older ones. */
  private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

  private static final int LONGEST_ID = 256;

  /**
   * Checks the claims (RFC 7523 section 3, items 1 to 7). Fails with {@code invalid_client}.
   *
   * @param audiences the names we go by, compared exactly
   */
  static AssertionClaims check(
      JwtClaims claims, ClientId client, Set<String> audiences, Instant now) {
    try {
      require(
          client.value().equals(claims.getIssuer()) && client.value().equals(claims.getSubject()),
          "The client assertion's iss and sub must both be the client_id");
      require(
          !Collections.disjoint(claims.getAudience(), audiences),
          "The client assertion's aud must be the issuer or the endpoint's URL");
      var expires = claims.getExpirationTime();
      require(expires != null, "The client assertion has no exp");
      require(
          expires.getValue() > now.minus(SKEW).getEpochSecond(),
          "The client assertion has expired");
      require(
          expires.getValue() <= now.plus(LONGEST_LIFE).plus(SKEW).getEpochSecond(),
          "The client assertion's exp must be within 10 minutes");
      require(
          isPast(claims.getNotBefore(), now) && isPast(claims.getIssuedAt(), now),
          "The client assertion is from the future");
      var id = claims.getJwtId();
      require(
          id != null && !id.isEmpty() && id.length() <= LONGEST_ID,
          "The client assertion needs a jti of at most 256 characters");
      return new AssertionClaims(
          id,
          Duration.between(now, Instant.ofEpochSecond(expires.getValue())).plus(SKEW).plus(MARGIN));
    } catch (MalformedClaimException e) {
      throw refused("The client assertion has a claim of the wrong type");
    }
  }

  private static boolean isPast(@Nullable NumericDate claim, Instant now) {
    return claim == null || claim.getValue() <= now.plus(SKEW).getEpochSecond();
  }

  private static void require(boolean condition, String sentence) {
    if (!condition) {
      throw refused(sentence);
    }
  }
}

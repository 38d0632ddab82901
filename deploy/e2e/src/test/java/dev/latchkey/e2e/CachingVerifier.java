package dev.latchkey.e2e;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;

/** Verifies tokens by a JWK Set that it fetches as often as its headers allow, never more often. */
final class CachingVerifier {

  private static final Pattern MAX_AGE = Pattern.compile("max-age=(\\d+)");

  private final Wire wire;

  private JWKSet keys = new JWKSet();
  private Instant staleAt = Instant.MIN;

  CachingVerifier(Wire wire) {
    this.wire = wire;
  }

  synchronized boolean verifies(String token) {
    if (!Instant.now().isBefore(staleAt)) {
      fetch();
    }
    try {
      var read = SignedJWT.parse(token);
      var key = keys.getKeyByKeyId(read.getHeader().getKeyID());
      return key != null && read.verify(new ECDSAVerifier(key.toECKey()));
    } catch (ParseException | JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private void fetch() {
    var answer = wire.get("/.well-known/jwks.json", Map.of());
    try {
      keys = JWKSet.parse(answer.body());
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
    staleAt = Instant.now().plus(maxAge(answer));
  }

  private static Duration maxAge(Answer answer) {
    var header = answer.headers().firstValue("Cache-Control").orElse("");
    var found = MAX_AGE.matcher(header);
    if (!found.find()) {
      throw new AssertionError("no max-age: " + header);
    }
    return Duration.ofSeconds(Long.parseLong(found.group(1)));
  }
}

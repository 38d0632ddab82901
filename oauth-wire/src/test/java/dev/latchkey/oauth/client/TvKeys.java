package dev.latchkey.oauth.client;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.latchkey.oauth.store.StoreUnavailableException;
import io.smallrye.mutiny.Uni;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Keys of the client {@code tv}, and assertions of it as a client library writes them. */
final class TvKeys {

  static final String ISSUER = "https://login.example.com";

  static final PublicJsonWebKey EC = named("ec", ec());
  static final PublicJsonWebKey RSA = named("rsa", rsa(2048));
  static final PublicJsonWebKey ED25519 = named("ed", ed25519());

  private TvKeys() {}

  static PublicJsonWebKey ec() {
    try {
      return EcJwkGenerator.generateJwk(EllipticCurves.P256);
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  static PublicJsonWebKey rsa(int bits) {
    try {
      return RsaJwkGenerator.generateJwk(bits);
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A key like any other, but each signature check takes as long as making a signature. */
  static PublicJsonWebKey rsaOfHugeExponent() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(
          new RSAKeyGenParameterSpec(2048, BigInteger.ONE.setBit(2000)), new SecureRandom());
      var pair = generator.generateKeyPair();
      var key = PublicJsonWebKey.Factory.newPublicJwk(pair.getPublic());
      key.setPrivateKey(pair.getPrivate());
      return key;
    } catch (GeneralSecurityException | JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PublicJsonWebKey ed25519() {
    try {
      return OkpJwkGenerator.generateJwk("Ed25519");
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  static PublicJsonWebKey named(String kid, PublicJsonWebKey key) {
    key.setKeyId(kid);
    return key;
  }

  static String set(PublicJsonWebKey... keys) {
    return new JsonWebKeySet(List.of(keys)).toJson(OutputControlLevel.PUBLIC_ONLY);
  }

  /** Knows keys that are registered inline; every server is away. */
  static KeySets inMemory() {
    return new KeySets(
        uri -> Uni.createFrom().failure(new StoreUnavailableException("away")),
        Ticker.systemTicker());
  }

  /** A good one, signed with {@link #EC}. */
  static Statement assertion() {
    var now = Instant.now();
    return new Statement(
        EC,
        Map.of("alg", "ES256", "kid", "ec"),
        Map.of(
            "iss",
            "tv",
            "sub",
            "tv",
            "aud",
            ISSUER,
            "iat",
            now.getEpochSecond(),
            "exp",
            now.plus(Duration.ofMinutes(1)).getEpochSecond(),
            "jti",
            UUID.randomUUID().toString()));
  }

  record Statement(PublicJsonWebKey key, Map<String, Object> headers, Map<String, Object> claims) {

    Statement with(String claim, Object value) {
      return new Statement(key, headers, changed(claims, claim, value));
    }

    Statement without(String claim) {
      var others = new HashMap<>(claims);
      others.remove(claim);
      return new Statement(key, headers, others);
    }

    /** In seconds from now. */
    Statement at(String claim, long seconds) {
      return with(claim, Instant.now().getEpochSecond() + seconds);
    }

    Statement header(String name, Object value) {
      return new Statement(key, changed(headers, name, value), claims);
    }

    Statement by(PublicJsonWebKey other, String algorithm) {
      return new Statement(other, Map.of("alg", algorithm), claims);
    }

    String signed() {
      try {
        var payload = new JwtClaims();
        claims.forEach(payload::setClaim);
        var jws = new JsonWebSignature();
        headers.forEach(jws::setHeader);
        jws.setPayload(payload.toJson());
        jws.setKnownCriticalHeaders("exp");
        jws.setKey(key.getPrivateKey());
        jws.setDoKeyValidation(false);
        return jws.getCompactSerialization();
      } catch (JoseException e) {
        throw new IllegalStateException(e);
      }
    }

    private static Map<String, Object> changed(Map<String, Object> map, String name, Object value) {
      var changed = new HashMap<>(map);
      changed.put(name, value);
      return changed;
    }
  }
}

package dev.latchkey.oauth.client;

import dev.latchkey.grant.ClientId;
import dev.latchkey.oauth.jose.SignatureAlgorithm;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * The JWT with which a client authenticates (RFC 7523 section 2.2), as it came: until a key of the
 * client has verified it, it is anybody's claim. A credential, so it never prints itself.
 */
final class ClientAssertion {

  private final String compact;
  private final SignatureAlgorithm algorithm;
  private final @Nullable String kid;
  private final ClientId subject;

  private ClientAssertion(
      String compact, SignatureAlgorithm algorithm, @Nullable String kid, ClientId subject) {
    this.compact = compact;
    this.algorithm = algorithm;
    this.kid = kid;
    this.subject = subject;
  }

  /** Empty for what is no JWT, names no client, or is signed in a way that we do not take. */
  static Optional<ClientAssertion> parse(String compact) {
    try {
      var jws = jws(compact);
      var subject = JwtClaims.parse(jws.getUnverifiedPayload()).getSubject();
      // A zero byte would fail in PostgreSQL, and look like a store that is away.
      if (subject == null || subject.isBlank() || subject.indexOf('\0') >= 0) {
        return Optional.empty();
      }
      // We know no header that must be understood, so none may say that it must.
      if (jws.getObjectHeader("crit") != null) {
        return Optional.empty();
      }
      var kid = jws.getKeyIdHeaderValue();
      return SignatureAlgorithm.of(jws.getAlgorithmHeaderValue())
          .map(algorithm -> new ClientAssertion(compact, algorithm, kid, new ClientId(subject)));
    } catch (JoseException
        | InvalidJwtException
        | MalformedClaimException
        // The library's way to say that a header is no string.
        | ClassCastException e) {
      return Optional.empty();
    }
  }

  private static JsonWebSignature jws(String compact) throws JoseException {
    var jws = new JsonWebSignature();
    jws.setCompactSerialization(compact);
    return jws;
  }

  SignatureAlgorithm algorithm() {
    return algorithm;
  }

  /** The key that it says it is signed with. */
  Optional<String> kid() {
    return Optional.ofNullable(kid);
  }

  /** The client that it says it is from. */
  ClientId subject() {
    return subject;
  }

  /** What it says, if one of the keys signed it. */
  Optional<JwtClaims> verifiedBy(List<PublicKey> keys) {
    return keys.stream().filter(this::isSignedBy).findFirst().map(key -> claims());
  }

  private boolean isSignedBy(PublicKey key) {
    try {
      var jws = jws(compact);
      jws.setAlgorithmConstraints(
          new AlgorithmConstraints(ConstraintType.PERMIT, algorithm.registeredName()));
      jws.setKey(key);
      return jws.verifySignature();
    } catch (JoseException e) {
      // A key of another kind or too small, or a signature that is none.
      return false;
    }
  }

  private JwtClaims claims() {
    try {
      return JwtClaims.parse(jws(compact).getUnverifiedPayload());
    } catch (JoseException | InvalidJwtException e) {
      throw new IllegalStateException("parsed before");
    }
  }

  @Override
  public String toString() {
    return "ClientAssertion[redacted]";
  }
}

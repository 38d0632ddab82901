package dev.latchkey.authz.registry.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.latchkey.oauth.client.ClientKeys;
import dev.latchkey.oauth.jose.ClientSignature;
import dev.latchkey.oauth.jose.RsaStrength;
import java.util.HashSet;
import java.util.List;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * Reads a JWK Set (RFC 7517 section 5) of public keys that are strong enough to sign with. A
 * private key in it is refused, and, like every other value, not repeated.
 */
final class KeySetReader {

  /** RFC 7518 sections 6.2.2, 6.3.2 and 6.4.1, RFC 8037 section 2. */
  static final List<String> NOT_PUBLIC = List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

  static final List<String> TEXTS = List.of("kty", "use", "alg", "kid", "crv", "n", "e", "x", "y");

  private final FieldRules fields;

  KeySetReader(FieldRules fields) {
    this.fields = fields;
  }

  ClientKeys.Inline read(String field, JsonNode jwks) {
    var keys = jwks.get("keys");
    if (keys == null || !keys.isArray() || keys.isEmpty()) {
      throw fields.invalid(field, "is { keys: [...] } with at least one key");
    }
    var ids = new HashSet<String>();
    for (var i = 0; i < keys.size(); i++) {
      var at = field + ".keys[" + i + "]";
      check(at, keys.get(i));
      var id = keys.get(i).path("kid").asText();
      fields.check(id.isEmpty() || ids.add(id), at + ".kid", "is another key's too");
    }
    return new ClientKeys.Inline(
        JsonNodeFactory.instance.objectNode().set("keys", keys).toString());
  }

  private void check(String at, JsonNode key) {
    fields.check(key.isObject(), at, "is no key");
    for (var member : NOT_PUBLIC) {
      fields.check(
          !key.has(member), at, "has a private or symmetric key in it: register the public one");
    }
    for (var member : TEXTS) {
      fields.check(
          !key.has(member) || key.get(member).isTextual(),
          at + "." + member,
          "is no text: put it in quotes");
    }
    fields.check(
        key.path("use").asText("sig").equals("sig"), at + ".use", "is not sig, for signatures");
    strong(at, parse(at, key));
  }

  private JsonWebKey parse(String at, JsonNode key) {
    try {
      return JsonWebKey.Factory.newJwk(key.toString());
    } catch (JoseException | RuntimeException e) {
      // Without the cause, which quotes the key.
      throw fields.invalid(at, "is no key that can be read");
    }
  }

  private void strong(String at, JsonWebKey key) {
    switch (key) {
      case RsaJsonWebKey rsa ->
          fields.check(
              RsaStrength.isReasonable(rsa.getRsaPublicKey()),
              at,
              "is no RSA key of " + RsaStrength.RULE);
      case EllipticCurveJsonWebKey curve ->
          fields.check(
              ClientSignature.ES256.curve().equals(curve.getCurveName()),
              at + ".crv",
              "is not P-256");
      case OctetKeyPairJsonWebKey edwards ->
          fields.check(
              ClientSignature.ED25519.curve().equals(edwards.getSubtype()),
              at + ".crv",
              "is not Ed25519");
      default -> throw fields.invalid(at + ".kty", "is none of RSA, EC and OKP");
    }
  }
}

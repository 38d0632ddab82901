package dev.latchkey.ui.passkey;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.response.Response;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A passkey in software, with what its browser says of it. It writes WebAuthn's bytes by itself,
 * from sections 6.1 and 6.5 of the specification, and shares no code with what reads them.
 */
final class SoftwarePasskey {

  private static final int PRESENT = 0x01;
  private static final int VERIFIED = 0x04;
  private static final int ATTESTED = 0x40;

  private final byte[] id = new byte[16];
  private final KeyPair keys = newKeys();

  private byte[] handle = {};
  private String origin = "http://localhost:8080";
  private String site = "localhost";
  private int verified = VERIFIED;
  private int count;

  SoftwarePasskey() {
    new SecureRandom().nextBytes(id);
  }

  /** What it says after as many uses. */
  SoftwarePasskey withCount(int uses) {
    count = uses;
    return this;
  }

  SoftwarePasskey at(String otherOrigin) {
    origin = otherOrigin;
    return this;
  }

  SoftwarePasskey of(String otherSite) {
    site = otherSite;
    return this;
  }

  SoftwarePasskey withoutVerification() {
    verified = 0;
    return this;
  }

  SoftwarePasskey withHandle(byte[] other) {
    handle = other.clone();
    return this;
  }

  /** Makes itself for the account whose page it is; the fields of the form. */
  Map<String, String> register(Response page) {
    handle = Base64.getUrlDecoder().decode(told(page, "create", "user"));
    var client = client("webauthn.create", told(page, "create", "challenge"));
    return Map.of(
        "attestation", text(attestation()), "client_data", text(client), "transports", "internal");
  }

  /** Signs what the sign-in page asks for; the fields of the form. */
  Map<String, String> signIn(Response page) {
    var client = client("webauthn.get", told(page, "get", "challenge"));
    var data = data(PRESENT | verified, new byte[0]);
    return Map.of(
        "credential", text(id),
        "user_handle", text(handle),
        "authenticator_data", text(data),
        "client_data", text(client),
        "signature", text(sign(data, client)));
  }

  static String told(Response page, String ceremony, String name) {
    var form =
        Pattern.compile("<form[^>]* data-passkey=\"" + ceremony + "\"[^>]*>")
            .matcher(page.asString());
    if (!form.find()) {
      throw new AssertionError("no form for a passkey in: " + page.asString());
    }
    var value = Pattern.compile("data-" + name + "=\"([^\"]*)\"").matcher(form.group());
    if (!value.find()) {
      throw new AssertionError("no data-" + name + " in: " + form.group());
    }
    return value.group(1);
  }

  private byte[] client(String type, String challenge) {
    var json =
        "{'type':'%s','challenge':'%s','origin':'%s','crossOrigin':false}".replace('\'', '"');
    return json.formatted(type, challenge, origin).getBytes(UTF_8);
  }

  /** {fmt: none, attStmt: {}, authData: ...} in CBOR. */
  private byte[] attestation() {
    var credential =
        joined(
            new byte[16],
            shortOf(id.length),
            id,
            hex("a501020326200121 5820"),
            x(),
            hex("225820"),
            y());
    var data = data(PRESENT | verified | ATTESTED, credential);
    return joined(
        hex("a363666d74646e6f6e656761747453746d74a06861757468446174 61 59"),
        shortOf(data.length),
        data);
  }

  private byte[] data(int flags, byte[] credential) {
    var rest = ByteBuffer.allocate(5).put((byte) flags).putInt(count).array();
    return joined(sha256(site.getBytes(UTF_8)), rest, credential);
  }

  private byte[] sign(byte[] data, byte[] client) {
    try {
      var signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(data);
      signature.update(sha256(client));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] x() {
    return coordinate(((ECPublicKey) keys.getPublic()).getW().getAffineX());
  }

  private byte[] y() {
    return coordinate(((ECPublicKey) keys.getPublic()).getW().getAffineY());
  }

  private static byte[] coordinate(BigInteger value) {
    var bytes = value.toByteArray();
    var fixed = new byte[32];
    var length = Math.min(bytes.length, fixed.length);
    System.arraycopy(bytes, bytes.length - length, fixed, fixed.length - length, length);
    return fixed;
  }

  private static byte[] shortOf(int value) {
    return ByteBuffer.allocate(2).putShort((short) value).array();
  }

  private static byte[] joined(byte[]... parts) {
    var all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
    for (var part : parts) {
      all.put(part);
    }
    return all.array();
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair newKeys() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

package dev.latchkey.stores;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;

/** A certificate authority of the test's own, with what it has certified in PEM files. */
public final class TestAuthority {

  private static final String KEY = "PRIVATE KEY";
  private static final String ECDSA_SHA256 = "2a8648ce3d040302";
  private static final String COMMON_NAME = "550403";
  private static final String BASIC_CONSTRAINTS = "551d13";
  private static final String ALTERNATIVE_NAMES = "551d11";

  private final KeyPair keys = keys();
  private final Path folder;
  private final String name;

  /** A new one; its files go with the JVM. */
  public TestAuthority(String name) {
    this.name = name;
    try {
      folder = Files.createTempDirectory("latchkey-authority-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    folder.toFile().deleteOnExit();
    var authority =
        Der.sequence(Der.oid(BASIC_CONSTRAINTS), Der.yes(), Der.octets(Der.sequence(Der.yes())));
    write("ca.crt", "CERTIFICATE", certificate(name, keys, authority));
  }

  /** A server's certificate and key: {@code <file>.crt} and {@code <file>.key}, for loopback. */
  public TestAuthority certifyServer(String file) {
    var address = Der.tagged(0x87, new byte[] {127, 0, 0, 1});
    var host = Der.tagged(0x82, "localhost".getBytes(UTF_8));
    return certify(file, Der.octets(Der.sequence(address, host)));
  }

  /** The same for a server that has another name. */
  public TestAuthority certifyServer(String file, String host) {
    return certify(file, Der.octets(Der.sequence(Der.tagged(0x82, host.getBytes(UTF_8)))));
  }

  /** A client's. */
  public TestAuthority certifyClient(String file) {
    return certifyServer(file, "client.example");
  }

  public Path file(String file) {
    return folder.resolve(file);
  }

  /** How a server of Redis is told to speak TLS with this authority's clients only. */
  public List<String> serverOptions(String file) {
    return List.of(
        "--tls-cert-file", file(file + ".crt").toString(),
        "--tls-key-file", file(file + ".key").toString(),
        "--tls-ca-cert-file", file("ca.crt").toString(),
        "--tls-auth-clients", "yes");
  }

  private TestAuthority certify(String file, byte[] names) {
    var own = keys();
    write(
        file + ".crt",
        "CERTIFICATE",
        certificate(file, own, Der.sequence(Der.oid(ALTERNATIVE_NAMES), names)));
    write(file + ".key", KEY, own.getPrivate().getEncoded());
    return this;
  }

  private byte[] certificate(String subject, KeyPair own, byte[] extension) {
    var algorithm = Der.sequence(Der.oid(ECDSA_SHA256));
    var content =
        Der.sequence(
            Der.tagged(0xa0, Der.integer(2)),
            Der.integer(1 + Math.floorMod(subject.hashCode(), 100)),
            algorithm,
            named(name),
            Der.sequence(Der.time("200101000000Z"), Der.time("491231235959Z")),
            named(subject),
            own.getPublic().getEncoded(),
            Der.tagged(0xa3, Der.sequence(extension)));
    return Der.sequence(content, algorithm, Der.bits(signature(content)));
  }

  private static byte[] named(String name) {
    return Der.sequence(Der.set(Der.sequence(Der.oid(COMMON_NAME), Der.text(name))));
  }

  private byte[] signature(byte[] content) {
    try {
      var signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keys() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write(String file, String kind, byte[] content) {
    var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    try {
      Files.writeString(
          file(file), "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, text, kind));
      if (kind.equals(KEY)) {
        hide(file(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    file(file).toFile().deleteOnExit();
  }

  /** No server of PostgreSQL takes a key that others could read. */
  private static void hide(Path key) throws IOException {
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
  }
}

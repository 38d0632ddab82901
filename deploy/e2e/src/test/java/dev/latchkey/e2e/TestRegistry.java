package dev.latchkey.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The registry file of the run: the one among the test's resources, with a key that was made for
 * this run. It may be changed while the system runs.
 */
final class TestRegistry {

  /** The key of the client {@code badge-printer}. */
  static final ECKey PRINTER_KEY = newKey();

  private static final Path TEMPLATE = Path.of("src/test/resources/registry.yaml");
  private static final Path FILE = Path.of("target/run-registry.yaml").toAbsolutePath();

  private static final Pattern SECRET = Pattern.compile("(?:value|password): ([^ ,}]+)");

  private TestRegistry() {}

  /** Writes the file as it is at the start of the run. */
  static Path restore() {
    try {
      var text =
          Files.readString(TEMPLATE, UTF_8)
              .replace(
                  "${BADGE_PRINTER_JWKS}", new JWKSet(PRINTER_KEY.toPublicJWK()).toString(true));
      SECRET.matcher(text).results().forEach(found -> Secrets.note("password", found.group(1)));
      write(text);
      return FILE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says {@code enabled: false} of a client. */
  static void disable(String client) throws IOException {
    var line = "client_id: " + client + "\n";
    write(Files.readString(FILE, UTF_8).replace(line, line + "    enabled: false\n"));
  }

  /** Says that a client is switched off for now. */
  static void switchOff(String client) throws IOException {
    write(Files.readString(FILE, UTF_8) + "\nkill_switches: { clients: [" + client + "] }\n");
  }

  /** At once: who reads it sees the old one or the new one. */
  private static void write(String text) throws IOException {
    var next = FILE.resolveSibling("run-registry.next");
    Files.writeString(next, text, UTF_8);
    Files.move(next, FILE, ATOMIC_MOVE);
  }

  private static ECKey newKey() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("printer").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("every JDK has P-256", e);
    }
  }
}

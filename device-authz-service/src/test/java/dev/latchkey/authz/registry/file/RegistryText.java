package dev.latchkey.authz.registry.file;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.latchkey.authz.registry.Client;
import dev.latchkey.authz.registry.Declaration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A file with an API and one client in it, of which a test writes some lines; they begin at 9. */
final class RegistryText {

  static final String SECRET = "a-secret-of-more-than-24-characters";

  private RegistryText() {}

  /** The client as the lines describe it, outside the local profile. */
  static Client client(String... lines) {
    return read(false, lines).clients().get(0).client();
  }

  static AbstractThrowableAssert<?, ? extends Throwable> refusal(String... lines) {
    return assertThatThrownBy(() -> read(false, lines))
        .isInstanceOf(InvalidRegistryException.class)
        .hasNoCause();
  }

  static Declaration read(boolean local, String... lines) {
    return RegistryReader.read(of(lines), new SecretSource(Map.of("SECRET", SECRET)::get, local));
  }

  static String of(String... lines) {
    var text =
        """
        apis:
          - identifier: https://api.example.com/tv
            name: TV programme
            scopes: { watch: Watch your programmes }

        clients:
          - client_id: tv
            name: TV
        """;
    var more = lines.length == 0 ? "" : "    " + String.join("\n    ", lines) + "\n";
    return text + more;
  }

  /** What is wrong with a text, whatever it refers to. */
  static List<Mistake> mistakes(String text) {
    return mistakes(() -> RegistryReader.read(text, SecretSource.unopened(false)));
  }

  static List<Mistake> mistakes(ThrowingCallable reading) {
    return catchThrowableOfType(InvalidRegistryException.class, reading).mistakes();
  }
}

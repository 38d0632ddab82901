package dev.latchkey.authz.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.authz.registry.Webhook;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignatureTest {

  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final long SECONDS = 1_614_265_330;
  private static final String BODY = "{\"test\": 2432232314}";

  /** The example of the libraries of Standard Webhooks. */
  private static final String EXPECTED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  @Test
  void isThatOfStandardWebhooks() {
    // When
    var signature = Signature.of(Hooks.at("a", "https://a.example"), ID, SECONDS, BODY);

    // Then
    assertThat(signature).isEqualTo(EXPECTED);
  }

  @Test
  void whileTheSecretChangesThereAreTwo() {
    // Given
    var webhook =
        new Webhook(
            "a",
            URI.create("https://a.example"),
            Set.of(),
            true,
            Hooks.OLD_SECRET,
            Optional.of(Hooks.SECRET));

    // When
    var signature = Signature.of(webhook, ID, SECONDS, BODY);

    // Then
    assertThat(signature.split(" ", -1)).hasSize(2).contains(EXPECTED).doesNotHaveDuplicates();
  }
}

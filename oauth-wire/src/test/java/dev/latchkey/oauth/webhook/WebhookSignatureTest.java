package dev.latchkey.oauth.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final long SENT = 1_614_265_330;
  private static final String BODY = "{\"test\": 2432232314}";
  private static final WebhookSecret SECRET =
      new WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  private static final WebhookSecret OTHER =
      new WebhookSecret("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

  /** The example of the libraries of Standard Webhooks. */
  private static final String EXPECTED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  @Test
  void isThatOfStandardWebhooks() {
    // When
    var headers = WebhookSignature.headers(List.of(SECRET), ID, SENT, BODY);

    // Then
    assertThat(headers)
        .isEqualTo(
            Map.of(
                "webhook-id", ID,
                "webhook-timestamp", "1614265330",
                "webhook-signature", EXPECTED));
  }

  @Test
  void whileTheSecretChangesThereAreTwo() {
    // When
    var headers = WebhookSignature.headers(List.of(OTHER, SECRET), ID, SENT, BODY);

    // Then
    assertThat(headers.getOrDefault("webhook-signature", "").split(" ", -1))
        .hasSize(2)
        .contains(EXPECTED)
        .doesNotHaveDuplicates();
  }
}

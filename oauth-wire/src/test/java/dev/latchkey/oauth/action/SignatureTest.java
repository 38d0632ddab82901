package dev.latchkey.oauth.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {

  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final long SENT = 1614265330;
  private static final String BODY = "{\"test\": 2432232314}";

  @Test
  void isThatOfStandardWebhooks() {
    // Given
    var secret = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    // When
    var signature = Signature.of(List.of(secret), ID, SENT, BODY);

    // Then
    assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void isOneForEachSecret() {
    // Given
    var secrets = List.of(new byte[] {1}, new byte[] {2});

    // When
    var signatures = Signature.of(secrets, ID, SENT, BODY).split(" ", -1);

    // Then
    assertThat(signatures).hasSize(2).doesNotHaveDuplicates().allMatch(it -> it.startsWith("v1,"));
  }
}

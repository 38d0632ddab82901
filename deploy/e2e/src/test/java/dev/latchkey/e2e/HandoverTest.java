package dev.latchkey.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.e2e.Tv.Codes;
import dev.latchkey.local.LocalSystem;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An answer that got lost on its way is given again to whoever has a proof. */
@ExtendWith(Latchkey.class)
class HandoverTest {

  private static final CodeVerifier VERIFIER = CodeVerifier.random();

  @Test
  void theSamePollGetsTheSameAnswerAgain(LocalSystem system, Tv tv) throws Exception {
    // Given
    var codes = approved(tv, VERIFIER.challenge());
    pollAndHangUp(system, codes, VERIFIER.parameter());

    // When
    var answer = tv.poll(codes, Tv.CLIENT, VERIFIER.parameter());
    var again = tv.poll(codes, Tv.CLIENT, VERIFIER.parameter());

    // Then
    assertThat(answer.hasTokens()).isTrue();
    assertThat(again.accessToken()).isEqualTo(answer.accessToken());
    assertThat(again.refreshToken()).isEqualTo(answer.refreshToken());
    assertThat(again.text("id_token")).isEqualTo(answer.text("id_token"));
    assertThat(tv.refresh(again.refreshToken()).hasTokens()).isTrue();
  }

  @Test
  void withoutTheProofThereIsNothing(LocalSystem system, Tv tv) throws Exception {
    // Given
    var codes = approved(tv, VERIFIER.challenge());
    pollAndHangUp(system, codes, VERIFIER.parameter());

    // When
    var answer = tv.poll(codes);

    // Then
    assertThat(answer.error()).isEqualTo("invalid_grant");
  }

  @Test
  void anAnswerWithoutAProofIsGivenOnce(LocalSystem system, Tv tv) throws Exception {
    // Given
    var codes = approved(tv, Map.of());
    pollAndHangUp(system, codes, Map.of());

    // When
    var answer = tv.poll(codes);

    // Then
    assertThat(answer.error()).isEqualTo("invalid_grant");
  }

  private static Codes approved(Tv tv, Map<String, String> challenge) {
    var codes = tv.start(Tv.CLIENT, Tv.SCOPE, challenge);
    Phone.ofAlice().approve(codes.completePage());
    return codes;
  }

  /** A device that loses its connection when the answer is on its way. */
  private static void pollAndHangUp(LocalSystem system, Codes codes, Map<String, String> proof)
      throws IOException {
    var form = new HashMap<>(Tv.pollForm(codes, Tv.CLIENT));
    form.putAll(proof);
    try (var socket = connect(system.url())) {
      socket.setSoLinger(true, 0);
      socket.getOutputStream().write(request(system.url(), Wire.encode(form)));
      await()
          .atMost(Duration.ofSeconds(10))
          .pollInterval(Duration.ofMillis(20))
          .until(() -> codes.stateIn(system).equals("REDEEMED"));
    }
  }

  private static Socket connect(URI origin) throws IOException {
    return new Socket(origin.getHost(), origin.getPort());
  }

  private static byte[] request(URI origin, String body) {
    return """
        POST %s HTTP/1.1\r
        Host: %s\r
        Content-Type: application/x-www-form-urlencoded\r
        Content-Length: %d\r
        \r
        %s"""
        .formatted(Tv.TOKEN, origin.getAuthority(), body.length(), body)
        .getBytes(UTF_8);
  }
}

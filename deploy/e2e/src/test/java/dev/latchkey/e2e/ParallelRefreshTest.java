package dev.latchkey.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import dev.latchkey.local.LocalSystem;
import dev.latchkey.local.Part;
import dev.latchkey.local.ServiceProcess;
import java.net.URI;
import java.text.ParseException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Latchkey.class)
class ParallelRefreshTest {

  private static final int REFRESHES = 1_000;

  @Test
  void aThousandRefreshesAtTwoProcessesGetTheSameSuccessor(
      LocalSystem system, ServiceProcess another, Tables tables, Tv tv) throws Exception {
    // Given
    var tokens = tv.signIn(Phone.ofAlice());
    var before = generation(tables, tokens);
    var first = tv.at(URI.create("http://127.0.0.1:" + system.part(Part.TOKEN).port()));
    var second = tv.at(another.url());

    // When
    var answers =
        IntStream.range(0, REFRESHES)
            .mapToObj(i -> (i % 2 == 0 ? first : second).refreshLater(tokens.refreshToken()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    // Then
    assertThat(answers).extracting(Answer::status).containsOnly(200);
    assertThat(answers).extracting(Answer::refreshToken).doesNotContain(tokens.refreshToken());
    assertThat(answers.stream().map(Answer::refreshToken).distinct()).hasSize(1);
    assertThat(generation(tables, answers.getFirst())).isEqualTo(before + 1);
  }

  private static long generation(Tables tables, Answer tokens) throws ParseException {
    var device =
        SignedJWT.parse(tokens.accessToken()).getJWTClaimsSet().getStringClaim("device_id");
    return Long.parseLong(
        tables.value(
            "select generation from issued.linked_device where id = ?", UUID.fromString(device)));
  }
}

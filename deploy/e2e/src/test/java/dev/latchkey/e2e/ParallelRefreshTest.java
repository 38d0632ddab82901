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
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Latchkey.class)
class ParallelRefreshTest {

  private static final int REFRESHES = 1_000;

  private static final Executor RETRY_AFTER =
      CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

  /** Of a rotation: later the replaced token is not served by right any more. */
  private static final int GRACE_SECONDS = 60;

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
            .mapToObj(i -> served(i % 2 == 0 ? first : second, tokens.refreshToken()))
            .toList()
            .stream()
            .map(answer -> answer.orTimeout(GRACE_SECONDS, TimeUnit.SECONDS).join())
            .toList();

    // Then
    assertThat(answers).extracting(Answer::status).containsOnly(200);
    assertThat(answers).extracting(Answer::refreshToken).doesNotContain(tokens.refreshToken());
    assertThat(answers.stream().map(Answer::refreshToken).distinct()).hasSize(1);
    assertThat(generation(tables, answers.getFirst())).isEqualTo(before + 1);
  }

  /** Whoever is turned away by an overloaded service comes again after Retry-After. */
  private static CompletableFuture<Answer> served(Tv device, String token) {
    return device
        .refreshLater(token)
        .thenCompose(
            answer ->
                answer.status() == 503
                    ? CompletableFuture.supplyAsync(() -> device, RETRY_AFTER)
                        .thenCompose(again -> served(again, token))
                    : CompletableFuture.completedFuture(answer));
  }

  private static long generation(Tables tables, Answer tokens) throws ParseException {
    var device =
        SignedJWT.parse(tokens.accessToken()).getJWTClaimsSet().getStringClaim("device_id");
    return Long.parseLong(
        tables.value(
            "select generation from issued.linked_device where id = ?", UUID.fromString(device)));
  }
}

package dev.latchkey.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.local.LocalSystem;
import dev.latchkey.local.Part;
import dev.latchkey.local.ServiceProcess;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Latchkey.class)
class ConcurrencyTest {

  @Test
  void ofFiftyPollsAtTwoProcessesExactlyOneGetsTheTokens(
      LocalSystem system, ServiceProcess another, Tv tv) {
    // Given
    var first = tv.at(URI.create("http://127.0.0.1:" + system.part(Part.TOKEN).port()));
    var second = tv.at(another.url());
    var codes = tv.start();
    Phone.ofAlice().approve(codes.completePage());

    // When
    var polls = new ArrayList<CompletableFuture<Answer>>();
    for (var i = 0; i < 25; i++) {
      polls.add(first.pollLater(codes));
      polls.add(second.pollLater(codes));
    }
    var answers = polls.stream().map(CompletableFuture::join).toList();

    // Then
    assertThat(answers).filteredOn(Answer::hasTokens).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> !answer.hasTokens())
        .hasSize(49)
        .extracting(Answer::error)
        .containsAnyOf("authorization_pending", "invalid_grant")
        .isSubsetOf("authorization_pending", "invalid_grant");
  }

  @Test
  void aClientThatIgnoresSlowDownGetsItsTokensAtTheFirstPollAfterApproval(Tv tv) {
    // Given
    var codes = tv.start("calm-tv", "openid watch");
    var answers = new ArrayList<String>();
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              answers.add(tv.poll(codes, "calm-tv").error());
              return answers.size() == 6;
            });
    Phone.ofAlice().approve(codes.completePage());

    // When
    var answer = tv.poll(codes, "calm-tv");

    // Then
    assertThat(answers).contains("slow_down", "authorization_pending");
    assertThat(answer.hasTokens()).isTrue();
  }
}

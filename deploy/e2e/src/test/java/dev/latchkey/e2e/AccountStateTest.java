package dev.latchkey.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.e2e.Tv.Codes;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whoever is stopped gets no more tokens, within ten seconds. The accounts and the client are this
 * test's own: others go on beside it.
 */
@ExtendWith(Latchkey.class)
class AccountStateTest {

  private static final Duration AT_MOST = Duration.ofSeconds(10);

  /** How often the registry file is looked at, and twice as much for a busy machine. */
  private static final Duration FILE_READ = Duration.ofSeconds(15);

  private static final String CLIENT = "lent-tv";

  private final Tables tables;

  AccountStateTest(Tables tables) {
    this.tables = tables;
  }

  @AfterEach
  void everybodyMayAgain() {
    tables.change("update people.account set disabled = false, locked = false");
    TestRegistry.restore();
    await().atMost(FILE_READ).until(() -> enabled().equals("t"));
  }

  @ParameterizedTest
  @CsvSource({"disabled, hal, keeper-of-logs", "locked, ivy, climber-of-walls"})
  void aStoppedAccountRefreshesAndRedeemsNoMore(
      String state, String username, String password, Tv tv) {
    // Given
    var person = Phone.of(username, password);
    var token = tv.signIn(person).refreshToken();
    var codes = approved(tv, person);

    // When
    tables.change("update people.account set " + state + " = true where username = ?", username);

    // Then
    assertThat(served(() -> tv.refresh(token))).isLessThan(AT_MOST);
    assertThat(tv.refresh(token).error()).isEqualTo("invalid_grant");
    assertThat(tv.poll(codes).error()).isEqualTo("access_denied");
  }

  @Test
  void aDisabledClientRefreshesAndRedeemsNoMore(Tv any) throws IOException {
    // Given
    var tv = any.of(CLIENT);
    var token = tv.signIn(Phone.ofAlice()).refreshToken();
    var codes = approved(tv, Phone.ofAlice());

    // When
    TestRegistry.disable(CLIENT);
    await().atMost(FILE_READ).until(() -> enabled().equals("f"));

    // Then
    assertThat(served(() -> tv.refresh(token))).isLessThan(AT_MOST);
    assertThat(tv.refresh(token).error()).isEqualTo("invalid_client");
    assertThat(tv.poll(codes).error()).isEqualTo("invalid_client");
  }

  private static Codes approved(Tv tv, Phone person) {
    var codes = tv.start();
    person.approve(codes.completePage());
    return codes;
  }

  /** How much later the last request was sent that still got tokens. */
  private static Duration served(Supplier<Answer> refresh) {
    var from = Instant.now();
    var last = new AtomicLong();
    await()
        .atMost(AT_MOST.multipliedBy(2))
        .pollDelay(Duration.ZERO)
        .until(
            () -> {
              var sent = Duration.between(from, Instant.now());
              var served = refresh.get().hasTokens();
              if (served) {
                last.set(sent.toMillis());
              }
              return !served;
            });
    return Duration.ofMillis(last.get());
  }

  private String enabled() {
    return tables.value("select enabled from registry.client where client_id = ?", CLIENT);
  }
}

package dev.latchkey.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is stopped gets no more tokens, within ten seconds. */
@ExtendWith(Latchkey.class)
class AccountStateTest {

  private static final Duration AT_MOST = Duration.ofSeconds(10);

  /** How often the registry file is looked at, and twice as much for a busy machine. */
  private static final Duration FILE_READ = Duration.ofSeconds(15);

  private static final String CLIENT = "lent-tv";

  private final Phone dora = Phone.of("dora", "explorer-of-maps");
  private final Tables tables;

  AccountStateTest(Tables tables) {
    this.tables = tables;
  }

  @AfterEach
  void everybodyMayAgain() {
    tables.change(
        "update people.account set disabled = false, locked = false where username = 'dora'");
    TestRegistry.restore();
    await().atMost(FILE_READ).until(() -> enabled().equals("t"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"disabled", "locked"})
  void aStoppedAccountRefreshesAndRedeemsNoMore(String state, Tv tv) {
    // Given
    var tokens = tv.signIn(dora);
    var approved = tv.start();
    dora.approve(approved.completePage());

    // When
    tables.change("update people.account set " + state + " = true where username = 'dora'");

    // Then
    await()
        .atMost(AT_MOST)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> tv.refresh(tokens.refreshToken()), refused -> !refused.hasTokens());
    assertThat(tv.refresh(tokens.refreshToken()).error()).isEqualTo("invalid_grant");
    assertThat(tv.poll(approved).error()).isEqualTo("access_denied");
  }

  @Test
  void aDisabledClientRefreshesAndRedeemsNoMore(Tv any) throws IOException {
    // Given
    var tv = any.of(CLIENT);
    var tokens = tv.signIn(dora);
    var approved = tv.start();
    dora.approve(approved.completePage());

    // When
    TestRegistry.disable(CLIENT);
    await().atMost(FILE_READ).until(() -> enabled().equals("f"));

    // Then
    await()
        .atMost(AT_MOST)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> tv.refresh(tokens.refreshToken()), refused -> !refused.hasTokens());
    assertThat(tv.refresh(tokens.refreshToken()).error()).isEqualTo("invalid_client");
    assertThat(tv.poll(approved).error()).isEqualTo("invalid_client");
  }

  private String enabled() {
    return tables.value("select enabled from registry.client where client_id = ?", CLIENT);
  }
}

package dev.latchkey.oauth.client;

import static dev.latchkey.oauth.client.TvKeys.EC;
import static dev.latchkey.oauth.client.TvKeys.assertion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.oauth.client.TvKeys.Statement;
import dev.latchkey.oauth.store.StoreUnavailableException;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KeySetsTest {

  private static final ClientKeys AT = new ClientKeys.At(URI.create("https://tv.example/keys"));

  private final Server server = new Server();
  private final KeySets keySets = new KeySets(uri -> server.fetch(), () -> server.now.toNanos());

  @Test
  void theServerIsAskedEveryFiveMinutes() {
    // Given
    keysFor(assertion());
    server.pass(Duration.ofMinutes(5).minusMillis(1));

    // When
    keysFor(assertion());

    // Then
    assertThat(server.asked).isEqualTo(1);
  }

  @Test
  void aServerThatIsAwayMayBeAwayForFifteenMinutes() {
    // Given
    keysFor(assertion());
    server.isAway = true;
    server.pass(Duration.ofMinutes(14));

    // When
    var keys = keysFor(assertion());

    // Then
    assertThat(keys.has("ec")).isTrue();
    server.pass(Duration.ofMinutes(1));
    assertThatThrownBy(() -> keysFor(assertion())).isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void aNewKeyIsTakenAtOnce() {
    // Given
    keysFor(assertion());
    server.keys = TvKeys.set(EC, TvKeys.named("new", TvKeys.ec()));
    server.pass(KeySets.PAUSE);

    // When
    var keys = keysFor(assertion().header("kid", "new"));

    // Then
    assertThat(keys.has("new")).isTrue();
  }

  @Test
  void unknownKeyIdsDoNotHammerTheServer() {
    // Given
    for (var request = 0; request < 100; request++) {
      keysFor(assertion().header("kid", "random" + request));
      server.pass(Duration.ofMillis(200));
    }

    // Then
    assertThat(server.asked).isEqualTo(2);
  }

  @Test
  void aServerThatFailsIsLeftAloneForTenSeconds() {
    // Given
    server.isAway = true;
    for (var request = 0; request < 100; request++) {
      assertThatThrownBy(() -> keysFor(assertion())).isInstanceOf(StoreUnavailableException.class);
      server.pass(Duration.ofMillis(200));
    }

    // Then
    assertThat(server.asked).isEqualTo(2);
  }

  private KeySet keysFor(Statement statement) {
    return keySets
        .keysFor(ClientAssertion.parse(statement.signed()).orElseThrow(), AT)
        .await()
        .indefinitely();
  }

  private static final class Server {

    private Duration now = Duration.ZERO;
    private String keys = TvKeys.set(EC);
    private boolean isAway;
    private int asked;

    private void pass(Duration time) {
      now = now.plus(time);
    }

    private Uni<KeySet> fetch() {
      asked++;
      return isAway
          ? Uni.createFrom().failure(new StoreUnavailableException("away"))
          : Uni.createFrom().item(KeySet.parse(keys).orElseThrow());
    }
  }
}

package dev.latchkey.authz.registry.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.authz.switches.DeclaredSwitches;
import dev.latchkey.authz.switches.SwitchChange;
import dev.latchkey.oauth.switches.KillSwitch;
import dev.latchkey.stores.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class FileSwitchesTest {

  private static final KillSwitch ONE = KillSwitch.scope("file-one");
  private static final KillSwitch OTHER = KillSwitch.scope("file-other");
  private static final SwitchChange NOTHING = new SwitchChange(Set.of(), Set.of());

  @Inject DeclaredSwitches declared;
  @Inject RegistryConfig config;

  private final AtomicLong nanos = new AtomicLong();

  /** Of this replica. */
  @SuppressWarnings("NullAway.Init")
  private FileSwitches file;

  @BeforeEach
  void start() throws Throwable {
    SettledFile.await();
    file = new FileSwitches(declared, config, nanos::get);
    ask(() -> declared.declare(List.of(ONE)));
  }

  @AfterEach
  void release() throws Throwable {
    ask(() -> declared.declare(List.of()));
  }

  @Test
  void whoStartsWithAnOlderCopyReleasesNothing() throws Throwable {
    // When
    var found = ask(() -> file.taking(List.of(OTHER)));
    var lookedAtAgain = ask(() -> file.unchanged(List.of(OTHER)));

    // Then
    assertThat(found).isEqualTo(thrown(OTHER));
    assertThat(lookedAtAgain).isEqualTo(NOTHING);
  }

  @Test
  void aCopyThatStaysAsItIsIsTrustedOnce() throws Throwable {
    // Given
    ask(() -> file.taking(List.of()));
    nanos.addAndGet(config.compareEvery().toNanos());

    // When
    var first = ask(() -> file.unchanged(List.of()));
    ask(() -> declared.declare(List.of(OTHER)));
    var second = ask(() -> file.unchanged(List.of()));

    // Then
    assertThat(first).isEqualTo(new SwitchChange(Set.of(), Set.of(ONE)));
    assertThat(second).isEqualTo(NOTHING);
  }

  @Test
  void whatAnotherHasReleasedIsThrownAgain() throws Throwable {
    // Given
    ask(() -> file.taking(List.of(ONE)));
    ask(() -> declared.declare(List.of()));

    // When
    var change = ask(() -> file.unchanged(List.of(ONE)));

    // Then
    assertThat(change).isEqualTo(thrown(ONE));
  }

  @Test
  void whatGoesFromTheFileIsReleasedOnceTheRestIsTakenOver() throws Throwable {
    // Given
    ask(() -> file.taken(List.of(ONE)));

    // When
    var before = ask(() -> file.taking(List.of()));
    var after = ask(() -> file.taken(List.of()));

    // Then
    assertThat(before).isEqualTo(NOTHING);
    assertThat(after).isEqualTo(new SwitchChange(Set.of(), Set.of(ONE)));
  }

  @Test
  void anotherChangeOfAnOlderCopyReleasesNothing() throws Throwable {
    // Given
    ask(() -> file.taken(List.of()));

    // When
    var before = ask(() -> file.taking(List.of(OTHER)));
    var after = ask(() -> file.taken(List.of(OTHER)));

    // Then
    assertThat(before).isEqualTo(thrown(OTHER));
    assertThat(after).isEqualTo(NOTHING);
    assertThat(ask(() -> declared.compare(List.of(ONE, OTHER)))).isEqualTo(NOTHING);
  }

  private static SwitchChange thrown(KillSwitch one) {
    return new SwitchChange(Set.of(one), Set.of());
  }

  private static <T> T ask(Supplier<Uni<T>> question) throws Throwable {
    return VertxContextSupport.subscribeAndAwait(question);
  }
}

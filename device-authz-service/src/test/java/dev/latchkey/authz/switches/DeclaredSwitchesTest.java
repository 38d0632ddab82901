package dev.latchkey.authz.switches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.authz.registry.file.SettledFile;
import dev.latchkey.oauth.switches.KillSwitch;
import dev.latchkey.oauth.switches.KillSwitches;
import dev.latchkey.stores.AuditLines;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredSwitches;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class DeclaredSwitchesTest {

  private static final KillSwitch TV = KillSwitch.client("declared-tv");
  private static final KillSwitch SCOPE = KillSwitch.scope("declared");
  private static final KillSwitch API = KillSwitch.api("https://api.example.com/declared");

  @Inject DeclaredSwitches declared;
  @Inject KillSwitches known;

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @BeforeEach
  void settle() {
    SettledFile.await();
  }

  @AfterEach
  void release() throws Throwable {
    declare();
    new Switches(stores, known).release();
  }

  @Test
  void whatIsDeclaredIsOffAndWhatIsNotAnyMoreIsReleased() throws Throwable {
    // Given
    declare(TV, SCOPE);

    // When
    var change = declare(SCOPE, API);

    // Then
    assertThat(change).isEqualTo(new SwitchChange(Set.of(API), Set.of(TV)));
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> known.active().all().equals(Set.of(SCOPE, API)));
  }

  @Test
  void whatIsDeclaredAsBeforeChangesNothing() throws Throwable {
    // Given
    declare(TV, KillSwitch.SERVICE);

    // When
    var change = declare(TV, KillSwitch.SERVICE);

    // Then
    assertThat(change).isEqualTo(new SwitchChange(Set.of(), Set.of()));
  }

  @Test
  void whatIsAddedReleasesNothing() throws Throwable {
    // Given
    declare(TV, SCOPE);

    // When
    var change = ask(() -> declared.add(List.of(SCOPE, API)));

    // Then
    assertThat(change).isEqualTo(new SwitchChange(Set.of(API), Set.of()));
    assertThat(ask(() -> declared.compare(List.of(TV, SCOPE, API))).isAny()).isFalse();
  }

  @Test
  void aComparisonSaysWhatWouldChangeAndChangesNothing() throws Throwable {
    // Given
    declare(TV, SCOPE);
    StoredSwitches.in(stores).off("api", API.name());

    // When
    var change = ask(() -> declared.compare(List.of(SCOPE, API)));

    // Then
    assertThat(change).isEqualTo(new SwitchChange(Set.of(API), Set.of(TV)));
    assertThat(ask(() -> declared.compare(List.of(SCOPE, API)))).isEqualTo(change);
  }

  @Test
  void whatAnAdministratorHasSwitchedOffIsNotReleasedByTheFile() throws Throwable {
    // Given
    declare(TV);
    StoredSwitches.in(stores).off("client", TV.name());

    // When
    declare(SCOPE);

    // Then
    await().atMost(Duration.ofSeconds(10)).until(() -> known.active().all().contains(SCOPE));
    assertThat(known.active().all()).containsExactlyInAnyOrder(TV, SCOPE);
  }

  @Test
  void eachChangeIsAnEvent() throws Throwable {
    try (var audit = AuditLines.open()) {
      // When
      declare(TV, SCOPE);
      declare();

      // Then
      assertThat(audit.of("switch.off", "client_id", TV.name())).hasSize(1);
      assertThat(audit.of("switch.off", "name", SCOPE.name())).hasSize(1);
      assertThat(audit.of("switch.released", "source", "file")).hasSize(2);
    }
  }

  private SwitchChange declare(KillSwitch... switches) throws Throwable {
    return ask(() -> declared.declare(List.of(switches)));
  }

  private static <T> T ask(Supplier<Uni<T>> question) throws Throwable {
    return VertxContextSupport.subscribeAndAwait(question);
  }
}

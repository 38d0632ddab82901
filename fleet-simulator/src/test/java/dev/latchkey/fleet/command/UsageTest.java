package dev.latchkey.fleet.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.latchkey.fleet.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

  private final Fleet fleet = new Fleet(Path.of("target"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--devices=1000001",
        "--devices=0",
        "--duration=7h",
        "--duration=soon",
        "--rate=50001",
        "--rate=NaN",
        "--threads=65",
        "--connections=60001",
        "--wait=61s",
        "--share=1.1",
        "--approve=0.6 --deny=0.5",
        "--token-url=file:/etc/passwd",
        "--token-url=http://localhost:65536/token",
        "--issuer=http://localhost",
        "--json=no-such-folder/run.json",
        "--json=pom.xml/run.json",
        "--json=target/run --html=target/../target/run",
        "--at=2m",
        "--at=60s",
        "--at=999999999h",
        "--within=999999999h",
        "--at=30s --within=31s",
        "--timeout=6m",
        "--decide-after=7h",
        "--decide-within=7h",
        "--refresh-speed=0.0000001",
        "--connections=1 --threads=2",
        "--wait=500ms",
        "--wait=1500ms",
        "--html=target",
        "--nonsense"
      })
  void refusesWhatIsOutOfItsLimits(String options) {
    // When
    var code = run(options);

    // Then
    assertThat(code).isEqualTo(2);
  }

  @Test
  void limitsBelowASecondAreToldInMilliseconds() {
    // When
    run("--timeout=0s");

    // Then
    assertThat(fleet.surroundings().complained()).contains("--timeout must be from 1 ms to 300 s");
  }

  @ParameterizedTest
  @EnumSource(Scenario.class)
  void eachScenarioHasItsHelp(Scenario scenario) {
    // When
    var code = fleet.execute(scenario.label(), "--help");

    // Then
    assertThat(code).isZero();
    assertThat(fleet.surroundings().said())
        .contains("--device-url", scenario.story().substring(0, 10));
  }

  @Test
  void nobodyDrivesAForeignHostByAccident() {
    // When
    var code = run("--token-url=https://192.0.2.1/token");

    // Then
    assertThat(code).isEqualTo(2);
    assertThat(fleet.surroundings().complained())
        .contains("192.0.2.1 is not this machine: confirm with --yes");
  }

  @Test
  void whoDoesNotSayYesSendsNothing() {
    // Given
    var asked = new TestSurroundings(Optional.of("n"));
    var hosts = new ForeignHosts(asked, false, 10);

    // When
    var refused = catchThrowable(() -> hosts.agree(List.of("192.0.2.1")));

    // Then
    assertThat(refused).isInstanceOf(UsageException.class);
    assertThat(asked.questions()).singleElement().asString().contains("10 devices to 192.0.2.1");
  }

  @Test
  void whoSaysYesIsAskedOnce() {
    // Given
    var asked = new TestSurroundings(Optional.of("y"));
    var hosts = new ForeignHosts(asked, false, 10);
    hosts.agree(List.of("192.0.2.1"));

    // When
    hosts.agree(List.of("192.0.2.1", "127.0.0.1"));

    // Then
    assertThat(asked.questions()).hasSize(1);
  }

  @Test
  void saysSoIfNoServerAnswers() {
    // When
    var code = run("--duration=1s --devices=1");

    // Then
    assertThat(code).isEqualTo(3);
    assertThat(fleet.surroundings().said()).contains("connection refused: ");
  }

  @Test
  void saysSoIfThereIsNoMetadata() {
    // When
    var code = fleet.execute("steady", "--client-id=tv", "--issuer=http://127.0.0.1:1");

    // Then
    assertThat(code).isEqualTo(3);
    assertThat(fleet.surroundings().complained())
        .contains("no metadata at http://127.0.0.1:1/.well-known/openid-configuration")
        .hasLineCount(1);
  }

  private int run(String options) {
    var device = "--device-url=http://127.0.0.1:1/device";
    var token = options.contains("--token-url") ? "" : "--token-url=http://127.0.0.1:1/token ";
    return fleet.execute(
        ("burst --rehearse=0s --client-id=tv " + device + " " + token + options).split(" +", -1));
  }
}

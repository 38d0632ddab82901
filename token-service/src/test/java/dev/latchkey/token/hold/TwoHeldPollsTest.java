package dev.latchkey.token.hold;

import static dev.latchkey.stores.StoredGrant.pending;
import static dev.latchkey.token.PatientDevice.poll;
import static dev.latchkey.token.Rfc7636.CHALLENGE;
import static dev.latchkey.token.Rfc7636.VERIFIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.grant.DeviceCode;
import dev.latchkey.grant.GrantDecisions;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.RedisProcess;
import dev.latchkey.stores.StoredGrant;
import dev.latchkey.token.Neighbours;
import dev.latchkey.token.PatientDevice;
import dev.latchkey.token.Person;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class TwoHeldPollsTest {

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @Inject
  @SuppressWarnings("NullAway.Init")
  GrantDecisions decisions;

  @Inject
  @SuppressWarnings("NullAway.Init")
  MeterRegistry meters;

  @BeforeEach
  void moveIn() {
    Neighbours.moveIn(stores);
  }

  @Test
  void ofTwoThatAreHeldOneGetsTheTokens() {
    // Given
    var code = opened().save(redis());
    var devices = holdTwice(code, "");

    // When
    person().approve(code);

    // Then
    assertThat(devices)
        .extracting(device -> device.status() + " " + device.member("error"))
        .containsExactlyInAnyOrder("200 null", "400 invalid_grant");
    assertThat(devices).allMatch(device -> device.applied().equals("wait=20"));
  }

  @Test
  void ofTwoThatAreHeldWithTheirProofBothGetTheSameTokens() {
    // Given
    var code = opened().withChallenge(CHALLENGE).save(redis());
    var devices = holdTwice(code, "&code_verifier=" + VERIFIER);

    // When
    person().approve(code);

    // Then
    assertThat(devices).allMatch(device -> device.status() == 200);
    assertThat(devices).allMatch(device -> device.applied().equals("wait=20"));
    assertThat(devices.getFirst().member("access_token"))
        .isEqualTo(devices.getLast().member("access_token"));
  }

  private static StoredGrant opened() {
    return Person.opens(pending()).withInterval(Duration.ofMillis(1));
  }

  /** Both wait when this returns. */
  private List<PatientDevice> holdTwice(DeviceCode code, String more) {
    return Stream.generate(() -> hold(code, more)).limit(2).toList();
  }

  private PatientDevice hold(DeviceCode code, String more) {
    var before = held();
    var device = poll(code, "wait=20", "living-room-tv", more);
    await().until(() -> held() > before);
    return device;
  }

  private double held() {
    return meters.get("latchkey.polls.held").counter().count();
  }

  private Person person() {
    return new Person(decisions);
  }

  private RedisProcess redis() {
    return stores.redis();
  }
}

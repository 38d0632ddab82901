package dev.latchkey.token.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.grant.ClaimId;
import dev.latchkey.grant.ClaimedDevice;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.DeviceCode;
import dev.latchkey.grant.GrantId;
import dev.latchkey.grant.Scope;
import dev.latchkey.stores.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class LinkedDevicesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final GrantId grant = DeviceCode.random().grantId();
  private final String subject = UUID.randomUUID().toString();

  @Inject LinkedDevices devices;

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @ParameterizedTest
  @ValueSource(strings = {"0b2f6c3a-4f2e-4d7e-9d53-5a4f6f9f0009", "service:lobby-screens"})
  void whatIsLinkedIsFoundAsItWas(String owner) {
    // Given
    var device = device(grant, owner, "of-its-key");

    // When
    link(device, "t1", "claim");

    // Then
    assertThat(found(device).device()).isEqualTo(device);
    assertThat(found(device).current()).isEqualTo(RefreshToken.first("t1", device));
    assertThat(found(device).revoked()).isFalse();
  }

  @Test
  void ofManyClaimsAtOnceOneLinks() {
    // When
    var linked =
        atOnce(
            IntStream.range(0, 16)
                .mapToObj(claim -> attempt(device(null), "t1", "claim-" + claim))
                .toList());

    // Then
    assertThat(linked).containsOnlyOnce(true).hasSize(16);
  }

  @Test
  void aClaimThatNobodyReleasedStands() {
    // Given
    link(device("first"), "t0", "first");

    // When
    var linked = link(device("second"), "t1", "second", "another");

    // Then
    assertThat(linked).isFalse();
    assertThatItIsOf("first", "t0");
  }

  @Test
  void aReleasedClaimMakesWayForAnotherKey() {
    // Given
    link(device("first"), "t0", "first");

    // When
    var linked = link(device("second"), "t1", "second", "first");

    // Then
    assertThat(linked).isTrue();
    assertThatItIsOf("second", "t1");
  }

  @Test
  void ofTwoThatKnowOfTheSameReleasedClaimOneTakesItsPlace() {
    // Given
    link(device(null), "t1", "first");

    // When
    var linked =
        atOnce(
            IntStream.range(0, 8)
                .mapToObj(claim -> attempt(device(null), "t1", "claim-" + claim, "first"))
                .toList());

    // Then
    assertThat(linked).containsOnlyOnce(true).hasSize(8);
  }

  /** The released one was given up, and is still under way. */
  @Test
  void aReleasedClaimThatIsWrittenMeanwhileMakesWayAsWell() throws SQLException {
    try (var connection = stores.postgres().database().getConnection();
        var statement = connection.createStatement()) {
      // Given
      connection.setAutoCommit(false);
      statement.execute(
          "insert into issued.redemption (grant_id, claim) values ('%s', 'first')"
              .formatted(grant.value()));
      var linked = attempt(device("second"), "t1", "second", "first").subscribeAsCompletionStage();
      await().atMost(PATIENCE).until(this::somebodyWaitsForALock);

      // When
      statement.execute(
          """
          insert into issued.linked_device (id, grant_id, subject, client_id, scope, refreshable,
              auth_time, amr, address, secret_kid, generation)
            values ('%s', '%s', '%s', 'tv', '', true, now(), '', '192.0.2.7', 't0', 1)
          """
              .formatted(LinkedDevice.idOf(grant), grant.value(), subject));
      connection.commit();

      // Then
      assertThat(linked.join()).isTrue();
      assertThatItIsOf("second", "t1");
    }
  }

  @Test
  void someAreRevokedAndTold() {
    // Given
    var mine = List.of(linked(subject), linked(subject), linked(subject));
    var another = linked(UUID.randomUUID().toString());
    result(devices.revoke(mine.get(1).id(), Revocation.CLIENT));

    // When
    var revoked = result(devices.revokeSome(subject, Revocation.DISOWNED));

    // Then
    assertThat(revoked).containsExactlyInAnyOrder(mine.get(0), mine.get(2));
    assertThat(found(mine.get(0)).revoked()).isTrue();
    assertThat(found(another).revoked()).isFalse();
    assertThat(result(devices.revokeSome(subject, Revocation.DISOWNED))).isEmpty();
  }

  @Test
  void aRevokedDeviceIsNotRevokedAgainNorNamed() {
    // Given
    var device = linked(subject);

    // When
    var named = result(devices.rename(device.id(), subject, "Kitchen"));
    var revoked = result(devices.revoke(device.id(), Revocation.PERSON));

    // Then
    assertThat(named).isTrue();
    assertThat(revoked).isTrue();
    assertThat(result(devices.revoke(device.id(), Revocation.REUSE))).isFalse();
    assertThat(result(devices.rename(device.id(), subject, null))).isFalse();
  }

  private LinkedDevice linked(String owner) {
    var device = device(DeviceCode.random().grantId(), owner, null);
    link(device, "t1", "claim");
    return device;
  }

  private LinkedDevice device(@Nullable String thumbprint) {
    return device(grant, subject, thumbprint);
  }

  private static LinkedDevice device(GrantId grant, String owner, @Nullable String thumbprint) {
    return new LinkedDevice(
        LinkedDevice.idOf(grant),
        grant,
        owner,
        new ClientId("tv"),
        Scope.stored("openid offline_access"),
        "https://api.example",
        true,
        Instant.ofEpochSecond(1_700_000_000),
        Set.of("pwd", "otp"),
        "urn:example:silver",
        thumbprint,
        new ClaimedDevice("Living room", "M1", "S-1", "2.3"),
        "192.0.2.7",
        owner.startsWith("service:") ? new UUID(7, 7) : null);
  }

  private boolean link(LinkedDevice device, String kid, String claim, String... released) {
    return result(attempt(device, kid, claim, released));
  }

  private Uni<Boolean> attempt(LinkedDevice device, String kid, String claim, String... released) {
    var known = Set.of(released).stream().map(ClaimId::new).collect(Collectors.toSet());
    return devices.link(device, kid, new ClaimId(claim), known);
  }

  private static List<Boolean> atOnce(List<Uni<Boolean>> attempts) {
    var begun = attempts.stream().map(Uni::subscribeAsCompletionStage).toList();
    return begun.stream().map(CompletableFuture::join).toList();
  }

  /** The device of the grant, by its key and the secret of its refresh token. */
  private void assertThatItIsOf(String thumbprint, String kid) {
    var family = found(device(null));
    assertThat(family.device().dpopThumbprint()).isEqualTo(thumbprint);
    assertThat(family.secretKid()).isEqualTo(kid);
  }

  private TokenFamily found(LinkedDevice device) {
    return result(devices.find(device.id())).orElseThrow();
  }

  private boolean somebodyWaitsForALock() throws SQLException {
    try (var connection = stores.postgres().database().getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select count(*) from pg_stat_activity where wait_event_type = 'Lock'")) {
      rows.next();
      return rows.getInt(1) > 0;
    }
  }

  private static <T> T result(Uni<T> work) {
    return work.await().atMost(PATIENCE);
  }
}

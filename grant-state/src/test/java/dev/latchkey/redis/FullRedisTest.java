package dev.latchkey.redis;

import static dev.latchkey.redis.Grants.APPROVE;
import static dev.latchkey.redis.Grants.BARE;
import static dev.latchkey.redis.Grants.PHONE;
import static dev.latchkey.stores.StoredGrant.approvedBy;
import static dev.latchkey.stores.StoredGrant.pending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.latchkey.grant.CompleteOutcome;
import dev.latchkey.grant.DecisionOutcome;
import dev.latchkey.grant.GrantStoreException;
import dev.latchkey.grant.Handover;
import dev.latchkey.grant.PollOutcome.Waiting;
import dev.latchkey.grant.Proof;
import dev.latchkey.stores.RedisProcess;
import dev.latchkey.stores.StoredGrant;
import io.vertx.redis.client.Redis;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With its memory full, Redis takes nothing new, and what has begun comes to its end. */
class FullRedisTest {

  private static RedisProcess redis;
  private static Pod pod;

  @BeforeAll
  static void start() {
    redis = RedisProcess.start();
    pod =
        Pod.of(
            () ->
                Redis.createClient(
                    Topology.vertx(), Topology.options(List.of(redis.uri().toString()))));
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  @AfterEach
  void makeRoom() {
    redis.execute("CONFIG", "SET", "maxmemory", "0");
  }

  @Test
  void newCodesAndSessionsAreFailures() {
    // Given
    fill();

    // When
    var code = catchThrowable(() -> pod.create(BARE));
    var session = catchThrowable(() -> Pod.answer(pod.sessions.start()));

    // Then
    assertThat(List.of(code, session)).hasOnlyElementsOfType(GrantStoreException.class);
  }

  @Test
  void aDeviceThatWaitsIsToldSo() {
    // Given
    var code = pending().save(redis);
    fill();

    // When
    var outcome = pod.poll(code);

    // Then
    assertThat(outcome).isEqualTo(Waiting.PENDING);
  }

  @Test
  void aPersonDecides() {
    // Given
    var code = pending().save(redis);
    fill();
    pod.open(code, PHONE);

    // When
    var outcome = pod.decide(code, PHONE, APPROVE);

    // Then
    assertThat(outcome).isEqualTo(DecisionOutcome.RECORDED);
  }

  @Test
  void anApprovedDeviceGetsWhatItWaitedFor() {
    // Given
    var proof = new Proof("the-challenge", null);
    var code = approvedBy("alice").boundTo(proof).save(redis);
    fill();
    var claim = pod.claim(code, proof).claim();

    // When
    var outcome = pod.complete(code.grantId(), claim, new Handover("sealed", null));

    // Then
    assertThat(outcome).isEqualTo(CompleteOutcome.COMPLETED);
    assertThat(StoredGrant.read(redis, code)).containsEntry("state", "REDEEMED");
  }

  @Test
  void aClaimThatFailedIsGivenBack() {
    // Given
    var code = approvedBy("alice").save(redis);
    fill();
    var claim = pod.claim(code).claim();

    // When
    pod.release(code.grantId(), claim);

    // Then
    assertThat(StoredGrant.read(redis, code)).containsEntry("state", "APPROVED");
  }

  private static void fill() {
    redis.execute("CONFIG", "SET", "maxmemory", "1");
  }
}

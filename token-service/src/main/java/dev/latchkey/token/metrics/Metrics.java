package dev.latchkey.token.metrics;

import dev.latchkey.oauth.error.Failing;
import dev.latchkey.oauth.metrics.Counts;
import dev.latchkey.token.device.Revocation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/** One method per event. A poll adds one number here. */
@Startup
@Singleton
public class Metrics {

  /** What a poll was told. */
  public enum Told {
    GRANTED,
    PENDING,
    SLOW_DOWN,
    NUMBER_AWAITED,
    DENIED,
    EXPIRED,
    INVALID,
    LIMITED,
    SWITCHED_OFF,
    UNAVAILABLE,
    SHED
  }

  /** What became of an approved grant whose device has come for its tokens. */
  public enum Redemption {
    REDEEMED,
    REFUSED,
    ANSWERED_AGAIN
  }

  /** How a refresh has gone. */
  public enum Refresh {
    SERVED,
    REFUSED,
    LIMITED,
    SWITCHED_OFF,
    UNAVAILABLE,
    FAILED
  }

  /** How a token family has moved. */
  public enum Rotation {
    ROTATED,
    LATE,
    FORWARD
  }

  private final MeterRegistry registry;
  private final Counts<Told> polls;
  private final Counter held;
  private final Counter fromMemory;
  private final Counts<Redemption> redemptions;
  private final Counts<Refresh> refreshes;
  private final Counts<Rotation> rotations;
  private final Counts<Revocation> revocations;
  private final Counter tokenRevocations;
  private final Counter clientTokens;
  private final Map<String, Counter> signatures = new ConcurrentHashMap<>();

  public Metrics(MeterRegistry registry) {
    this.registry = registry;
    polls = new Counts<>(registry, "latchkey.polls", "Polls by answer", "answer", Told.class);
    held = counter("latchkey.polls.held", "Polls that were held");
    fromMemory =
        counter("latchkey.polls.from.memory", "Polls that were told to slow down from memory");
    redemptions =
        new Counts<>(
            registry,
            "latchkey.redemptions",
            "Approved grants whose device has come for its tokens",
            "outcome",
            Redemption.class);
    refreshes =
        new Counts<>(
            registry, "latchkey.refreshes", "Refreshes by outcome", "outcome", Refresh.class);
    rotations =
        new Counts<>(
            registry,
            "latchkey.rotations",
            "Moves of a family of refresh tokens",
            "kind",
            Rotation.class);
    revocations =
        new Counts<>(
            registry,
            "latchkey.revocations",
            "Linked devices that were revoked",
            "reason",
            Revocation.class);
    tokenRevocations =
        counter("latchkey.token.revocations", "Access tokens that a client has taken back");
    clientTokens = counter("latchkey.client.tokens", "Tokens for clients that act for themselves");
  }

  public void polled(Told answer) {
    polls.add(answer);
  }

  /** A poll has begun to wait; what it is told in the end is counted as any other. */
  public void held() {
    held.increment();
  }

  public void answeredFromMemory() {
    fromMemory.increment();
  }

  public void redemption(Redemption outcome) {
    redemptions.add(outcome);
  }

  public void refreshed() {
    refreshes.add(Refresh.SERVED);
  }

  public void refreshFailed(Throwable failure) {
    refreshes.add(
        switch (Failing.of(failure)) {
          case REFUSED -> Refresh.REFUSED;
          case LIMITED -> Refresh.LIMITED;
          case SWITCHED_OFF -> Refresh.SWITCHED_OFF;
          case UNAVAILABLE -> Refresh.UNAVAILABLE;
          case FAILED -> Refresh.FAILED;
        });
  }

  public void moved(Rotation rotation) {
    rotations.add(rotation);
  }

  public void revoked(Revocation reason) {
    revocations.add(reason);
  }

  public void tokenRevoked() {
    tokenRevocations.increment();
  }

  public void clientTokenIssued() {
    clientTokens.increment();
  }

  /** A replica meets a few keys in its life. */
  public void signed(String kid, String algorithm) {
    signatures
        .computeIfAbsent(
            kid,
            first ->
                Counter.builder("latchkey.signatures")
                    .description("Tokens signed, by key")
                    .tag("kid", kid)
                    .tag("algorithm", algorithm)
                    .register(registry))
        .increment();
  }

  /** How many polls wait, of how many may. */
  public void holds(IntSupplier waiting, int limit) {
    Gauge.builder("latchkey.held.polls", waiting::getAsInt)
        .description("Polls that are held just now")
        .register(registry);
    Gauge.builder("latchkey.held.polls.limit", () -> limit)
        .description("How many polls this pod holds at most")
        .register(registry);
  }

  private Counter counter(String name, String help) {
    return Counter.builder(name).description(help).register(registry);
  }
}

package dev.latchkey.ui.metrics;

import dev.latchkey.oauth.metrics.Counts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** One method per event. */
@Startup
@Singleton
public class Metrics {

  /** What somebody said to a request of a device. */
  public enum Decided {
    APPROVED,
    DENIED,
    DISOWNED,
    BARRED
  }

  /** A code that was entered or came with a link. */
  public enum Code {
    OPENED,
    UNKNOWN
  }

  /** How a sign-in went; one at a provider is only one when it has failed there. */
  public enum SignIn {
    SUCCEEDED,
    FAILED,
    UPSTREAM_FAILED
  }

  /** Why there is no page. */
  public enum Failure {
    UNAVAILABLE,
    FAILED
  }

  private static final Duration[] UNTIL_APPROVED = {
    Duration.ofSeconds(10),
    Duration.ofSeconds(30),
    Duration.ofMinutes(1),
    Duration.ofMinutes(2),
    Duration.ofMinutes(5),
    Duration.ofMinutes(15)
  };

  private final Counts<Decided> decisions;
  private final Timer untilApproved;
  private final Counts<Code> codes;
  private final Counts<SignIn> signIns;
  private final Counter loginFirst;
  private final Counts<Failure> failures;

  public Metrics(MeterRegistry registry) {
    decisions =
        new Counts<>(
            registry, "latchkey.decisions", "Decisions of people", "outcome", Decided.class);
    untilApproved =
        Timer.builder("latchkey.approval")
            .description("Time from a device's request until its approval")
            .serviceLevelObjectives(UNTIL_APPROVED)
            .register(registry);
    codes = new Counts<>(registry, "latchkey.codes", "Codes looked up", "outcome", Code.class);
    signIns = new Counts<>(registry, "latchkey.sign.ins", "Sign-ins", "outcome", SignIn.class);
    loginFirst =
        Counter.builder("latchkey.login.first")
            .description("Times when everybody had to sign in before a code was looked up")
            .register(registry);
    failures =
        new Counts<>(
            registry,
            "latchkey.page.failures",
            "Pages that could not be made",
            "kind",
            Failure.class);
  }

  public void decided(Decided outcome) {
    decisions.add(outcome);
  }

  /** An approval of what a device asked for at that time. Skewed clocks make it no time at all. */
  public void approved(Instant asked) {
    var taken = Duration.between(asked, Instant.now());
    untilApproved.record(taken.isNegative() ? Duration.ZERO : taken);
  }

  public void code(Code outcome) {
    codes.add(outcome);
  }

  public void signIn(SignIn outcome) {
    signIns.add(outcome);
  }

  public void loginFirst() {
    loginFirst.increment();
  }

  public void failed(Failure kind) {
    failures.add(kind);
  }
}

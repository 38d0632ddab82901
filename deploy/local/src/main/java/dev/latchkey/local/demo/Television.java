package dev.latchkey.local.demo;

import dev.latchkey.local.demo.PollAnswer.Pending;
import dev.latchkey.local.demo.PollAnswer.Refused;
import dev.latchkey.local.demo.PollAnswer.SlowDown;
import dev.latchkey.local.demo.PollAnswer.Tokens;
import dev.latchkey.local.demo.PollAnswer.Unreachable;
import java.time.Duration;

/** What the TV shows: where to go, the code, and what becomes of it. */
final class Television implements Poller.Watcher {

  private final Screen screen;
  private final Duration lifetime;
  private final Runnable check;
  private Duration untilExpiry;

  /**
   * A TV that waits for its owner.
   *
   * @param check called at least once a second; may throw to end the wait
   */
  Television(Screen screen, Duration lifetime, Runnable check) {
    this.screen = screen;
    this.lifetime = lifetime;
    this.check = check;
    this.untilExpiry = lifetime;
  }

  void show(DeviceGrant grant) {
    screen.line("");
    screen.line("  To sign in on this TV, scan with your phone");
    screen.line("");
    QrPicture.draw(grant.shortest(), screen.isTerminal())
        .forEach(line -> screen.line("    " + line));
    screen.line("");
    screen.line("  or open  " + grant.verification() + "  and enter");
    screen.line("");
    BigLetters.draw(grant.userCode()).forEach(line -> screen.line("    " + line));
    screen.line("");
    screen.line("    " + grant.userCode());
    screen.line("");
    screen.line(
        "  The code lives %s; asking every %d s."
            .formatted(clock(lifetime), grant.interval().toSeconds()));
    screen.line("");
  }

  @Override
  public void waiting(Duration untilPoll, Duration left) {
    check.run();
    untilExpiry = left;
    screen.status(
        "  %s left, next poll in %d s".formatted(clock(left), (untilPoll.toMillis() + 999) / 1000));
  }

  @Override
  public void answered(PollAnswer answer, Duration untilNext) {
    var seconds = untilNext.toSeconds();
    var words =
        switch (answer) {
          case Pending() -> "authorization_pending";
          case SlowDown(var status, var interval) ->
              "slow_down (status %d): from now on every %d s".formatted(status, seconds);
          case Unreachable(var why) -> "no answer (%s): again in %d s".formatted(why, seconds);
          case Refused(var status, var error, var why) ->
              "%s (status %d): %s".formatted(error, status, why);
          case Tokens(var body) -> "approved, here are the tokens";
        };
    screen.line("  [%s left]  poll: %s".formatted(clock(untilExpiry), words));
  }

  private static String clock(Duration duration) {
    var seconds = Math.max(0, duration.toSeconds());
    return "%d:%02d".formatted(seconds / 60, seconds % 60);
  }
}

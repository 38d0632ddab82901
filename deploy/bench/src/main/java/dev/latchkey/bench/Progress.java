package dev.latchkey.bench;

import dev.latchkey.bench.measure.Sample;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells whoever waits what is being done, a line at a time. */
public record Progress(PrintStream out, long began) {

  static Progress on(PrintStream out) {
    return new Progress(out, System.nanoTime());
  }

  public void say(String what) {
    var since = Duration.ofNanos(System.nanoTime() - began);
    out.printf(Locale.ROOT, "%3d:%02d  %s%n", since.toMinutes(), since.toSecondsPart(), what);
  }

  public void sample(String when, String what, Sample sample) {
    say(
        String.format(
            Locale.ROOT,
            "%s: %s: %.4f CPU s per 1,000, %,.0f a second %s",
            when,
            what,
            sample.cost(),
            sample.rate(),
            sample.outcome().answers()));
  }
}

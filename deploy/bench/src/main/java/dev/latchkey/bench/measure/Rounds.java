package dev.latchkey.bench.measure;

import dev.latchkey.bench.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All kinds of work, interleaved. */
public record Rounds(Meter meter, Progress progress) {

  /** Lets the JVMs compile what they will be measured with. */
  public void warmUp(Map<Subject, Work> works, Duration time) {
    works.forEach(
        (subject, work) -> {
          progress.say("warm-up: " + subject.title());
          work.before().run();
          var order = work.order();
          // Each value any number of times: a list would be over long before the JVM is warm.
          var unused = meter.run(order.again().time(time));
        });
  }

  /** Each kind of work once a round, and each round begins with another of them. */
  public Map<Subject, Series> measure(Map<Subject, Work> works, int rounds) {
    var samples = new LinkedHashMap<Subject, List<Sample>>();
    works.keySet().forEach(subject -> samples.put(subject, new ArrayList<>()));
    var turn = new ArrayList<>(works.keySet());
    for (var round = 1; round <= rounds; round++) {
      for (var subject : turn) {
        var work = take(works, subject);
        work.before().run();
        var sample = meter.measure(work.servers(), work.order());
        take(samples, subject).add(sample);
        progress.sample("round " + round, subject.title(), sample);
      }
      Collections.rotate(turn, 1);
    }
    var series = new LinkedHashMap<Subject, Series>();
    samples.forEach(
        (subject, all) -> series.put(subject, new Series(take(works, subject).expected(), all)));
    return series;
  }

  /** What is there for that subject, for sure. */
  public static <T> T take(Map<Subject, T> map, Subject subject) {
    var found = map.get(subject);
    if (found == null) {
      throw new IllegalArgumentException(subject + " is not measured here");
    }
    return found;
  }
}

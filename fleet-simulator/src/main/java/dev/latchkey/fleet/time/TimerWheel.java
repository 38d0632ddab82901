package dev.latchkey.fleet.time;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All alarms of a slice of the fleet: one array of buckets, one millisecond each, so that 100,000
 * waiting devices cost no timers. Confined to one thread.
 */
public final class TimerWheel {

  /** The resolution of a device's timers, in nanoseconds. */
  public static final long TICK = 1_000_000;

  private static final int BUCKETS = 1 << 14;

  private final List<List<Entry>> buckets = new ArrayList<>(BUCKETS);
  private long done = -1;
  private List<Entry> spare = new ArrayList<>();

  /** What happens when it is time. */
  @FunctionalInterface
  public interface Alarm {

    /**
     * Called on the wheel's thread, never before {@code due}.
     *
     * @param due when it should have rung: the time asked for, rounded up to a whole tick
     */
    void ring(long due);
  }

  /** An alarm that is set. */
  public static final class Entry {

    private final long tick;
    private @Nullable Alarm alarm;

    private Entry(long tick, Alarm alarm) {
      this.tick = tick;
      this.alarm = alarm;
    }

    /** It will not ring, and holds nothing any more, however long its hull stays in the wheel. */
    public void cancel() {
      alarm = null;
    }
  }

  /** A wheel that stands at the beginning of the run. */
  public TimerWheel() {
    for (var i = 0; i < BUCKETS; i++) {
      buckets.add(new ArrayList<>(0));
    }
  }

  /** Rings at that time; an alarm for the past rings at the next {@link #advance} to a new tick. */
  public Entry schedule(long at, Alarm alarm) {
    var entry = new Entry(Math.max(Math.ceilDiv(at, TICK), done + 1), alarm);
    put(entry);
    return entry;
  }

  /** Rings everything that is due by now, in the order of ticks. */
  public void advance(long now) {
    var last = Math.floorDiv(now, TICK);
    while (done < last) {
      done++;
      ring(done);
    }
  }

  private void ring(long tick) {
    var index = (int) (tick % BUCKETS);
    var due = buckets.get(index);
    if (due.isEmpty()) {
      return;
    }
    buckets.set(index, spare); // alarms may schedule into the same bucket, a round later
    for (var entry : due) {
      var alarm = entry.alarm;
      if (alarm != null && entry.tick == tick) {
        alarm.ring(tick * TICK);
      } else if (alarm != null) {
        put(entry);
      }
    }
    due.clear();
    spare = due;
  }

  private void put(Entry entry) {
    buckets.get((int) (entry.tick % BUCKETS)).add(entry);
  }
}

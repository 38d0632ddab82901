package dev.latchkey.oauth.load;

import java.util.concurrent.atomic.AtomicBoolean;

/** The place that one request takes. */
public final class Place {

  private final Overload overload;
  private final AtomicBoolean taken = new AtomicBoolean(true);

  Place(Overload overload) {
    this.overload = overload;
  }

  /** Gives it back. Doing so twice is no error; any thread may. */
  public void leave() {
    if (taken.getAndSet(false)) {
      overload.leave();
    }
  }
}

package dev.latchkey.reach;

/** Whether this process has found the shared state, for who decides whether it gets requests. */
public interface StateReach {

  /**
   * Whether Redis has let us in, at least once since the process started. Later failures change
   * nothing: all processes have them, and answer 503 by themselves.
   */
  boolean hasBeenReached();
}

package dev.latchkey.trace;

import org.jspecify.annotations.Nullable;

/** Hears of each call to Redis when it begins. On event loops: whoever implements it returns. */
public interface RedisTraces {

  /** A call of which nobody wants to know. */
  Call UNTRACED = failure -> {};

  /**
   * A call begins, where whoever makes it is.
   *
   * @param verb the script, or what else is called; one of few names, the same in each run
   */
  Call begun(String verb);

  /** A call that is under way. */
  interface Call {

    /**
     * It is over.
     *
     * @param failure null if it was answered; what it says is not to be passed on
     */
    void ended(@Nullable Throwable failure);
  }
}

package dev.latchkey.metrics;

/**
 * Hears what happens between us and Redis. It is called on event loops, for each call: whoever
 * implements it adds up and returns. The names it is given are few, and the same in each run.
 */
public interface RedisMetrics {

  /**
   * Redis has answered.
   *
   * @param verb the script, or what else was called
   * @param nanos from the call until its answer, waiting for a connection included
   */
  void answered(String verb, long nanos);

  /** Redis has not answered, or not in time, or with an error. */
  void failed(String verb);

  /** That limit, or that delay after failures, has refused somebody. */
  void limited(String name);

  /**
   * A person's decision had reached fewer replicas than it should, when the wait for them ended.
   */
  void unreplicated();
}

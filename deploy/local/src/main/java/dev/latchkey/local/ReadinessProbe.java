package dev.latchkey.local;

import java.time.Duration;

/**
 * How replicas are asked whether they are ready, in the words of Kubernetes.
 *
 * @param period from one question to the next, or longer if the answer takes longer
 * @param timeout of an answer; one that is later is a miss
 * @param failureThreshold so many misses in a row make a replica one that is not ready; one answer
 *     makes it ready again
 */
public record ReadinessProbe(Duration period, Duration timeout, int failureThreshold) {

  public ReadinessProbe {
    if (failureThreshold < 1) {
      throw new IllegalArgumentException("nobody is away before the first miss");
    }
  }
}

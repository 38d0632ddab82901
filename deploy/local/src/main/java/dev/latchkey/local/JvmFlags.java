package dev.latchkey.local;

import java.util.List;
import java.util.stream.Stream;

/**
 * With which flags a service's JVM runs. They are written down here only: {@code make bench}
 * measures with {@link #SERVICE}, and images have the same.
 */
public final class JvmFlags {

  private static final List<String> SMALL =
      List.of(
          "-XX:+UseSerialGC",
          "-Xms32m",
          "-Xmx128m",
          // What is under way while a pod is busy must survive its young collections here: what is
          // moved to the old generation too soon is garbage there, which stays until that is full.
          "-Xmn16m",
          "-XX:SurvivorRatio=3",
          // Objects are smaller; a cache of classes must be made with the same setting.
          "-XX:+UseCompactObjectHeaders",
          // What compilers and busy times have freed goes back to the system, each second.
          "-XX:TrimNativeHeapInterval=1000");

  /** What a pod runs with. The reasons are measured ones, see docs/performance.md. */
  public static final List<String> SERVICE =
      and(
          // While a service starts, compilers took more of the processor than the start did: they
          // begin later, and a service that is busy is compiled as well some seconds later.
          "-XX:CompileThresholdScaling=4");

  /**
   * For {@code make up}: one machine holds them all, so start quickly and stay small. A JDK that is
   * older than those of pods need not know all of it.
   */
  static final List<String> DEMO =
      and("-XX:+IgnoreUnrecognizedVMOptions", "-XX:TieredStopAtLevel=1");

  /**
   * For the training run of a cache, beside {@link #SERVICE}: without profiles of methods. With
   * them, each start had the optimising compiler at work on all that the training run had been busy
   * with, before the first request was there.
   */
  public static final List<String> TRAINING =
      List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining");

  private JvmFlags() {}

  private static List<String> and(String... others) {
    return Stream.concat(Stream.of(others), SMALL.stream()).toList();
  }
}

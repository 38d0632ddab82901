package dev.latchkey.local;

import java.util.List;

/**
 * With which flags a service's JVM runs. They are written down here only: {@code make bench}
 * measures with {@link #SERVICE}, and images have the same.
 */
public final class JvmFlags {

  /** What a pod runs with. The reasons are measured ones, see docs/performance.md. */
  public static final List<String> SERVICE =
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
          // While a service starts, compilers took more of the processor than the start did: they
          // begin later, and a service that is busy is compiled as well some seconds later.
          "-XX:CompileThresholdScaling=4",
          // What compilers and busy times have freed goes back to the system.
          "-XX:TrimNativeHeapInterval=1000");

  /** For {@code make up}: one machine holds them all, so start quickly and stay small. */
  static final List<String> DEMO =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms64m", "-Xmx192m");

  /**
   * For the training run of a cache, beside {@link #SERVICE}: without profiles of methods. With
   * them, each start had the optimising compiler at work on all that the training run had been busy
   * with, before the first request was there.
   */
  public static final List<String> TRAINING =
      List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining");

  private JvmFlags() {}
}

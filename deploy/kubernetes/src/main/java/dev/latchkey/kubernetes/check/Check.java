package dev.latchkey.kubernetes.check;

import java.util.stream.Stream;

/** A question about all objects of an installation. */
@FunctionalInterface
interface Check {

  /** What is wrong, each with the name of its object; nothing if all is well. */
  Stream<String> violations(Installation installation);
}

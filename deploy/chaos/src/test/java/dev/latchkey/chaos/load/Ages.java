package dev.latchkey.chaos.load;

/** Lets two minutes pass for a linked device, so that its next refresh is a rotation. */
public interface Ages {

  /** Does nothing if the tables cannot be reached just now. */
  void age(String device);
}

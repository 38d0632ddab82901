package dev.latchkey.chaos.fault;

/** Takes a fault back, and returns when nothing is left of it. */
interface Undo {

  void undo() throws Exception;
}

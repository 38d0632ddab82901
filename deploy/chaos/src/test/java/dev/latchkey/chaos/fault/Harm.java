package dev.latchkey.chaos.fault;

/** Does something bad, and says how it is taken back. */
interface Harm {

  Undo begin() throws Exception;
}

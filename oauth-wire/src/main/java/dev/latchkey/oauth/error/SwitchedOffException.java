package dev.latchkey.oauth.error;

/**
 * What is asked for is switched off for now, by an operator. Nothing was decided by it: whoever
 * comes again when it is released finds all as it was.
 */
public final class SwitchedOffException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Without a stack trace: there are as many as requests, and each is from the same place. */
  public SwitchedOffException() {
    super("switched off", null, false, false);
  }
}

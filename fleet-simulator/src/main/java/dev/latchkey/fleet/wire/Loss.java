package dev.latchkey.fleet.wire;

/** At which end of the server's work an answer gets lost. */
public enum Loss {
  /** It arrives. */
  NONE,
  /** The connection drops when the request is sent; a server may notice, and leave it undone. */
  SENT,
  /** The connection drops when the answer comes, so that the server has done all of its work. */
  ANSWERED
}

package dev.latchkey.authz.webhooks;

/** What came of one request to a webhook. */
sealed interface Answer {

  /** The status that it answered with; a redirect is none that is followed. */
  record Status(int code) implements Answer {}

  /** It has not answered. */
  enum None implements Answer {
    /** Not in time. */
    TIMEOUT,
    /** Its name is not known. */
    NAME,
    /** Its name leads to nowhere but addresses that are not public. */
    PRIVATE_ADDRESS,
    /** It is not who it should be, or speaks no TLS that we do. */
    TLS,
    /** Not there, or gone before it answered. */
    CONNECTION,
    /** A mistake of ours, which is in the log. */
    OURS
  }
}

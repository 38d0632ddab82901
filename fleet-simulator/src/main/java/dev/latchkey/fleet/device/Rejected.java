package dev.latchkey.fleet.device;

/** An error of RFC 6749 section 5.2 that repeating cannot mend: the request or client is wrong. */
public record Rejected(String code) implements Failure {}

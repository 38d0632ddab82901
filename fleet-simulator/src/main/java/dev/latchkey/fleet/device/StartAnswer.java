package dev.latchkey.fleet.device;

/** What a device authorization request brought (RFC 8628 section 3.2). */
public sealed interface StartAnswer extends Answer permits Codes, Failure {}

package dev.latchkey.fleet.device;

/** What any token request can bring, a refresh among them (RFC 6749 section 6). */
public sealed interface RefreshAnswer extends PollAnswer permits Tokens, Gone, Failure {}

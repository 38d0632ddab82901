package dev.latchkey.fleet.device;

/** What a poll brought (RFC 8628 section 3.5). */
public sealed interface PollAnswer extends Answer
    permits RefreshAnswer, Waiting, SlowDown, Verdict {}

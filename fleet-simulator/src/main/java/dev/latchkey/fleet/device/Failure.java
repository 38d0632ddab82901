package dev.latchkey.fleet.device;

/** What any request can meet. */
public sealed interface Failure extends StartAnswer, RefreshAnswer
    permits Later, Rejected, Surprise, Silence {}

package dev.latchkey.audit;

/**
 * An audit event in the stream.
 *
 * @param id names the entry, not the event: an event that was sent twice is two entries
 * @param event what was handed over; empty if somebody has removed it behind our backs
 */
public record AuditEntry(String id, String event) {}

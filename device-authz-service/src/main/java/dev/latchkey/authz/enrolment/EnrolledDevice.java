package dev.latchkey.authz.enrolment;

import dev.latchkey.grant.ClaimedDevice;
import dev.latchkey.grant.GrantId;
import java.time.Instant;

/**
 * A device that was approved by an enrolment token.
 *
 * @param grant ties it to its audit events, and to the device of token-service
 * @param claimed what it said of itself, not verified
 * @param at when, by PostgreSQL's clock
 */
public record EnrolledDevice(GrantId grant, ClaimedDevice claimed, String address, Instant at) {}

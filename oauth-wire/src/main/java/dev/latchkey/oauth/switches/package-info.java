/**
 * Kill switches: what an operator has switched off for now (ADR 0021). Each replica reads all of
 * them every few seconds and keeps them in memory, so that asking costs a request next to nothing;
 * while PostgreSQL is away they stand as they were last read. Who may throw one is
 * device-authz-service's, what each stops is the endpoints' own.
 */
@NullMarked
package dev.latchkey.oauth.switches;

import org.jspecify.annotations.NullMarked;

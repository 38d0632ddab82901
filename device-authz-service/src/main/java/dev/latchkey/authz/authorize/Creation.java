package dev.latchkey.authz.authorize;

import dev.latchkey.grant.CreateOutcome;
import dev.latchkey.grant.NewGrant;

/** A grant, and what became of its creation. */
record Creation(NewGrant grant, CreateOutcome outcome) {}

package dev.latchkey.session;

import dev.latchkey.grant.GrantId;
import dev.latchkey.grant.UserCode;

/** A grant this session has come across; its forms name it by an opaque handle. */
public record OpenedGrant(GrantId grant, UserCode code) {}

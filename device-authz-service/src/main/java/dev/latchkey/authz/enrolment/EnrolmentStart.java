package dev.latchkey.authz.enrolment;

import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A device that comes with an enrolment token.
 *
 * @param api the identifier of the API that it asks for, if any
 * @param scope what it asks for
 * @param address its network address, as we saw it
 */
public record EnrolmentStart(ClientId client, @Nullable String api, Scope scope, String address) {}

package dev.latchkey.authz.enrolment;

import dev.latchkey.grant.ClientId;
import java.util.Optional;

/** Which enrolment tokens are meant: those to which all of it applies. */
public record EnrolmentFilter(Optional<ClientId> client, Optional<EnrolmentState> state) {}

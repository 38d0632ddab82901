/**
 * Looks at a registry file where no server is: whether it would be taken over, and what that would
 * change. Reads by the very reader of the service; {@code make registry-check} is in front of it.
 */
@NullMarked
package dev.latchkey.authz.registry.check;

import org.jspecify.annotations.NullMarked;

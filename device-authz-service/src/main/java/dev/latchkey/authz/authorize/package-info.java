/**
 * The device authorization endpoint (RFC 8628 sections 3.1 and 3.2): who asks, for what, and the
 * codes it gets. The grant itself is created in grant-state; who may ask is the registry's.
 */
@NullMarked
package dev.latchkey.authz.authorize;

import org.jspecify.annotations.NullMarked;

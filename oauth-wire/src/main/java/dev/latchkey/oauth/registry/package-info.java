/**
 * What more than one service has to know of the registry file (DESIGN section 6): its local
 * accounts, which verification-ui makes and which whoever checks a file checks too. Clients and
 * APIs are device-authz-service's alone.
 */
@NullMarked
package dev.latchkey.oauth.registry;

import org.jspecify.annotations.NullMarked;

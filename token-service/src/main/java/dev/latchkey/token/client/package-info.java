/**
 * This service's view of the registry, which device-authz-service owns: what tokens need to know of
 * clients and APIs, read-only.
 */
@NullMarked
package dev.latchkey.token.client;

import org.jspecify.annotations.NullMarked;

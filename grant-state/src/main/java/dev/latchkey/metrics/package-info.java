/**
 * What the shared state has to tell to whoever counts: how its calls to Redis go, and whom its
 * limits refuse. The counting is oauth-wire's; a service that does not count hears nothing.
 */
@NullMarked
package dev.latchkey.metrics;

import org.jspecify.annotations.NullMarked;

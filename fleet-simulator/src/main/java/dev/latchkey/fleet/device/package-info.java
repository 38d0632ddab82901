/**
 * One device of RFC 8628 as a state machine without a network: answers go in, the next step comes
 * out. Reading an answer's status and body is here too, because what a device makes of it is the
 * protocol.
 */
@NullMarked
package dev.latchkey.fleet.device;

import org.jspecify.annotations.NullMarked;

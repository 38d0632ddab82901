/**
 * Devices that an operator approves ahead (ADR 0022): enrolment tokens, who may make them, and
 * which devices came with one. A device that presents one at its start is approved without a person
 * ({@code authorize}); what it gets then is token-service's.
 *
 * <pre>
 *  AWAITING_APPROVAL --approve, by another administrator--> ACTIVE
 *         |                                                   |
 *         `----------------------revoke-----------------------+--> REVOKED
 * </pre>
 *
 * An active one is of use within its window, as long as not all devices that it is for have come.
 */
@NullMarked
package dev.latchkey.authz.enrolment;

import org.jspecify.annotations.NullMarked;

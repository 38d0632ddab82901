/**
 * My devices: what is linked to a person's account, and what they can do about it. The rows are
 * token-service's and only read here; what is to change goes there with a ticket (DESIGN section
 * 5).
 */
@NullMarked
package dev.latchkey.ui.devices;

import org.jspecify.annotations.NullMarked;

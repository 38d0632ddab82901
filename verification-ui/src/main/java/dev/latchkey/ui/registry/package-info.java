/**
 * The registry, which belongs to device-authz-service and is only read here: whether what a grant
 * was made from is still registered, and what pages show where there is no grant, which carries
 * copies of that.
 */
@NullMarked
package dev.latchkey.ui.registry;

import org.jspecify.annotations.NullMarked;

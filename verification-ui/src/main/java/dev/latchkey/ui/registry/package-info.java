/**
 * Whether what a grant was made from is still registered. The registry belongs to
 * device-authz-service; a grant carries copies of what pages show of it, and here is what must not
 * be a copy.
 */
@NullMarked
package dev.latchkey.ui.registry;

import org.jspecify.annotations.NullMarked;

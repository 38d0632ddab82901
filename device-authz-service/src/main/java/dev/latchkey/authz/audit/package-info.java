/**
 * What this service reports of grants and of the registry; listed in {@code docs/audit-events.md}.
 */
@NullMarked
package dev.latchkey.authz.audit;

import org.jspecify.annotations.NullMarked;

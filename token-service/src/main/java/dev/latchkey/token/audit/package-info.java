/** What this service reports of grants and devices; listed in {@code docs/audit-events.md}. */
@NullMarked
package dev.latchkey.token.audit;

import org.jspecify.annotations.NullMarked;

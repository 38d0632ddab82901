/** The audit events of the pages; see docs/audit-events.md. */
@NullMarked
package dev.latchkey.ui.audit;

import org.jspecify.annotations.NullMarked;

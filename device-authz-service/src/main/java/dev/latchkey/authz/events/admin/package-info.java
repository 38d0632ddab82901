/** {@code /admin/events}: the audit log in the hands of an administrator. */
@NullMarked
package dev.latchkey.authz.events.admin;

import org.jspecify.annotations.NullMarked;

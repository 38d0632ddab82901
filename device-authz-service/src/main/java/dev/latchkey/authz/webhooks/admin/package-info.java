/** {@code /admin/webhooks}: webhooks and their dead letters in the hands of an administrator. */
@NullMarked
package dev.latchkey.authz.webhooks.admin;

import org.jspecify.annotations.NullMarked;

/** {@code /admin/devices}: every linked device in the hands of an administrator. */
@NullMarked
package dev.latchkey.token.device.admin;

import org.jspecify.annotations.NullMarked;

/** {@code /admin/switches}: kill switches in the hands of an administrator. */
@NullMarked
package dev.latchkey.authz.switches.admin;

import org.jspecify.annotations.NullMarked;

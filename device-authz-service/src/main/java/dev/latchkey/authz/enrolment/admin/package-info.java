/** {@code /admin/enrolment-tokens}: approving devices ahead, in the hands of administrators. */
@NullMarked
package dev.latchkey.authz.enrolment.admin;

import org.jspecify.annotations.NullMarked;

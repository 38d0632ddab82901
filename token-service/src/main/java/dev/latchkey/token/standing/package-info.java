/**
 * Whether what stands behind a grant or an access token still does: its account, client, API and
 * device. What is known of the first three is up to 10 s old.
 */
@NullMarked
package dev.latchkey.token.standing;

import org.jspecify.annotations.NullMarked;

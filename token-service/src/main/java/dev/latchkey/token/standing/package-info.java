/**
 * Whether what stands behind a grant or an access token still does: account, client and API of a
 * grant; account, client and device of an access token. Only the device is known as of now, the
 * others are up to 10 s old.
 */
@NullMarked
package dev.latchkey.token.standing;

import org.jspecify.annotations.NullMarked;

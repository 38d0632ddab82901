/** What clients may sign with: their assertions and their DPoP proofs alike. */
@NullMarked
package dev.latchkey.oauth.jose;

import org.jspecify.annotations.NullMarked;

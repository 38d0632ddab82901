/**
 * How often codes and passwords may be guessed, and the page that says when to try again. Limits
 * per session, per account and per address prefix, delays per account name, and an alarm that asks
 * everybody to sign in first while too many codes are wrong everywhere. The counters are in {@code
 * dev.latchkey.limit}.
 *
 * <p>A guess is reserved before it is made and given back if it was right. So of many parallel
 * guesses no more come through than the limit, and a success never clears what an address has used
 * up. An address is shared by many: it is never refused a code, only asked to sign in first.
 */
@NullMarked
package dev.latchkey.ui.limit;

import org.jspecify.annotations.NullMarked;

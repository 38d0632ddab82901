/** Text that came from outside and is shown to people. */
@NullMarked
package dev.latchkey.oauth.text;

import org.jspecify.annotations.NullMarked;

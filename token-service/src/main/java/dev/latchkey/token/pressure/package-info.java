/** Says to other services how busy this pod is with polls; how it knows is oauth-wire's. */
@NullMarked
package dev.latchkey.token.pressure;

import org.jspecify.annotations.NullMarked;

/** What the JDK's cryptography leaves to write around it, once. */
@NullMarked
package dev.latchkey.oauth.crypto;

import org.jspecify.annotations.NullMarked;

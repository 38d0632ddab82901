/** What this server can do, for machines (RFC 8414, OpenID Connect Discovery). */
@NullMarked
package dev.latchkey.token.discovery;

import org.jspecify.annotations.NullMarked;

/**
 * Who calls: reading client credentials from a request and checking them (RFC 6749 section 2.3, RFC
 * 7523), the clients' keys included, and keeping what is known of a client fresh. Which clients
 * there are is the registry's.
 */
@NullMarked
package dev.latchkey.oauth.client;

import org.jspecify.annotations.NullMarked;

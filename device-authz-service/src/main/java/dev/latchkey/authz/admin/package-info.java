/**
 * Who may administer by this service: the holders of tokens that token-service signed, of clients
 * that the registry lets administer. What they may do is where it belongs.
 */
@NullMarked
package dev.latchkey.authz.admin;

import org.jspecify.annotations.NullMarked;

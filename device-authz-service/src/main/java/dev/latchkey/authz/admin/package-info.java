/**
 * Who may administer by this service: the clients that the registry lets; and how their addresses
 * name things. What they may do is where it belongs.
 */
@NullMarked
package dev.latchkey.authz.admin;

import org.jspecify.annotations.NullMarked;

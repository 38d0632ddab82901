/**
 * Pictures that are taken from outside and shown to people: logos, of the installation and of
 * clients. device-authz-service takes one by the rule by which verification-ui serves it.
 */
@NullMarked
package dev.latchkey.oauth.picture;

import org.jspecify.annotations.NullMarked;

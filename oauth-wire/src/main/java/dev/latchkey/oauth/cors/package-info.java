/**
 * Lets web pages call us (the Fetch standard, "CORS protocol"): a web-based TV is a page of its
 * client's origin. Which origins a client lists is the registry's.
 */
@NullMarked
package dev.latchkey.oauth.cors;

import org.jspecify.annotations.NullMarked;

/**
 * The languages that Latchkey speaks, and which of them an answer is in. The texts live with those
 * who say them: the pages in verification-ui, the device's message in device-authz-service.
 */
@NullMarked
package dev.latchkey.oauth.language;

import org.jspecify.annotations.NullMarked;

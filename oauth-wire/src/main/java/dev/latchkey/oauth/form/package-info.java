/** Reads the form-encoded bodies of OAuth requests, strictly (RFC 6749 section 3.2). */
@NullMarked
package dev.latchkey.oauth.form;

import org.jspecify.annotations.NullMarked;

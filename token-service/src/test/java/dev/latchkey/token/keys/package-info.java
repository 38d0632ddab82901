/** Signing keys over time, on several replicas, and in the hands of an administrator. */
@NullMarked
package dev.latchkey.token.keys;

import org.jspecify.annotations.NullMarked;

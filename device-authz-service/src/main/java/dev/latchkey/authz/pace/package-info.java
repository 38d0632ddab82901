/**
 * How often new devices are to poll: in their client's interval, and more slowly while the pods
 * that answer polls are busy (ADR 0013). What an interval means to a poll is grant-state's.
 */
@NullMarked
package dev.latchkey.authz.pace;

import org.jspecify.annotations.NullMarked;

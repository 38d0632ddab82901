/**
 * The command line: options, their limits, the question before a foreign host is driven, and exit
 * codes.
 */
@NullMarked
package dev.latchkey.fleet.command;

import org.jspecify.annotations.NullMarked;

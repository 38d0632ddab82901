/**
 * What a device asks for, in words, and what a person agreed to before. Owns the table
 * people.consent.
 */
@NullMarked
package dev.latchkey.ui.consent;

import org.jspecify.annotations.NullMarked;

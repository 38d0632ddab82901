/**
 * What a device asks for, in words, and what a person agreed to before. Owns the table
 * people.consent. Asking and answering are in dev.latchkey.ui.verify and dev.latchkey.ui.decide.
 */
@NullMarked
package dev.latchkey.ui.consent;

import org.jspecify.annotations.NullMarked;

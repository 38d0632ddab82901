/**
 * In which language an answer speaks: the device's wish, else the browser's. The texts are in
 * resources/messages, a bundle for each feature and a file for each language.
 */
@NullMarked
package dev.latchkey.ui.language;

import org.jspecify.annotations.NullMarked;

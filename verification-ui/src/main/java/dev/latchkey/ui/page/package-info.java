/**
 * What all pages share: how one is answered, the headers of every answer, and the pages that stand
 * for errors.
 */
@NullMarked
package dev.latchkey.ui.page;

import org.jspecify.annotations.NullMarked;

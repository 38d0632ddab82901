/** What the tests of the pages share: a browser, and a device that has asked for a code. */
@NullMarked
package dev.latchkey.ui;

import org.jspecify.annotations.NullMarked;

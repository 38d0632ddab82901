/**
 * A TV in a web page, for trying out what a device does: it asks for a code, polls, and shows every
 * request and answer. Only where it is enabled; the scripts are in {@code assets/playground}, and
 * know no more than any device.
 */
@NullMarked
package dev.latchkey.ui.playground;

import org.jspecify.annotations.NullMarked;

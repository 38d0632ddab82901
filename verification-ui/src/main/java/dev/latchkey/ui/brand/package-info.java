/**
 * Whose pages these are: name, logo, colours and links of the installation, from the configuration
 * and checked at start. Templates get them as {@code inject:brand}; the logos of clients are in
 * {@link dev.latchkey.ui.clientlogo}.
 */
@NullMarked
package dev.latchkey.ui.brand;

import org.jspecify.annotations.NullMarked;

/**
 * A user code's complete address as a picture for the camera of a phone: as SVG or PNG for a
 * screen, as text for a terminal. Nothing here knows which codes exist, so it tells nobody.
 */
@NullMarked
package dev.latchkey.ui.qr;

import org.jspecify.annotations.NullMarked;

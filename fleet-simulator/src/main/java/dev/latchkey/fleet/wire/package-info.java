/**
 * The requests of devices: addresses, credentials, forms, and one class that sends them over a
 * bounded number of connections without pipelining.
 */
@NullMarked
package dev.latchkey.fleet.wire;

import org.jspecify.annotations.NullMarked;

/**
 * A fleet of virtual devices for any RFC 8628 server. {@code command} reads what is wanted, {@code
 * scenario} says what the fleet does, {@code device} is one device without a network, {@code wire}
 * and {@code person} speak HTTP, {@code run} drives it all, {@code statistics} and {@code report}
 * say what came of it.
 */
@NullMarked
package dev.latchkey.fleet;

import org.jspecify.annotations.NullMarked;

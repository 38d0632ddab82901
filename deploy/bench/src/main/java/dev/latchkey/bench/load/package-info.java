/**
 * A process that sends prepared forms to one server as fast as it answers, on a fixed number of
 * connections, and counts the answers. It knows no device and no protocol beyond HTTP/1.1: how a
 * fleet behaves is fleet-simulator's, which measures latency from intended starts. Here a server is
 * to be kept busy, by a client that takes as little of the machine as possible.
 */
@NullMarked
package dev.latchkey.bench.load;

import org.jspecify.annotations.NullMarked;

/**
 * A process that sends prepared forms to one server, on a fixed number of connections, and counts
 * the answers: as fast as they come, or at a pace that does not wait for them, with latency
 * measured from when a request was due. It knows no device and no protocol beyond HTTP/1.1: how a
 * fleet behaves is fleet-simulator's. Here a server is to be kept busy, by a client that takes as
 * little of the machine as possible.
 */
@NullMarked
package dev.latchkey.bench.load;

import org.jspecify.annotations.NullMarked;

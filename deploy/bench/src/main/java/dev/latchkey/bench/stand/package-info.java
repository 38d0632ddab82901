/**
 * What stands on the machine while it is measured: Latchkey's stores and services on ports of their
 * own, the two baselines on the same redis-server, and the process that sends. All of it is started
 * and ended here.
 */
@NullMarked
package dev.latchkey.bench.stand;

import org.jspecify.annotations.NullMarked;

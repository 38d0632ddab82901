/**
 * Real stores for tests: redis-server processes, alone and as a Cluster, PostgreSQL, and grants
 * written into them as {@code docs/redis-schema.md} describes, without the adapter's code.
 */
@NullMarked
package dev.latchkey.stores;

import org.jspecify.annotations.NullMarked;

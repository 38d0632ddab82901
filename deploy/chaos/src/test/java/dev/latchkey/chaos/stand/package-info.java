/**
 * All of Latchkey with two replicas of each service, a Redis Cluster, and lines between them that
 * can be made bad.
 */
@NullMarked
package dev.latchkey.chaos.stand;

import org.jspecify.annotations.NullMarked;

/**
 * How often something may be tried: windows that slide, delays that grow, and alarms that ring for
 * a while. The words; Redis has the memory and the clock, for all replicas and services alike. What
 * is counted, and how many are too many, its users say. Every verb fails with {@link
 * dev.latchkey.grant.GrantStoreException} when Redis does.
 */
@NullMarked
package dev.latchkey.limit;

import org.jspecify.annotations.NullMarked;

/**
 * Devices that go on polling much too early are answered from memory, without a call to Redis, as
 * long as that can tell them nothing new (ADR 0013). What is new is heard on the grant's channel.
 *
 * <pre>
 *  counted --too early several times in a row--> listens --too early again--> answered from memory
 *     ^                                                                          |
 *     `-- news, the connection lost, the window open, another outcome -----------'
 * </pre>
 */
@NullMarked
package dev.latchkey.token.impatient;

import org.jspecify.annotations.NullMarked;

/**
 * Polls that wait for a decision instead of asking again and again: {@code Prefer: wait=N} (RFC
 * 7240 section 4.3, DESIGN section 7). What a poll finds, and how tokens are made of it, is the
 * business of {@code dev.latchkey.token.grant}.
 *
 * <pre>
 *  listen --> poll --anything but pending--> answer
 *              |
 *           pending --> wait --news, or the end of the wait--> look again --anything but pending, or the end--> answer
 *                        |  ^                                      |
 *                        |  `------------ pending -----------------'
 *                        `--the client hangs up--> nothing;  the pod leaves--> pending
 * </pre>
 */
@NullMarked
package dev.latchkey.token.hold;

import org.jspecify.annotations.NullMarked;

/**
 * The device grant at the token endpoint (RFC 8628 section 3.4): polls, and the one claim that
 * turns an approved grant into tokens. The order of its steps is the subject of ADR 0001.
 *
 * <pre>
 *  poll --Granted--> re-check account and client --stopped--> refuse
 *                      |
 *                  ask the hook, if there is one --denied--> refuse
 *                      |
 *                     mint --> fence and device (SQL) --> complete --> answer
 *                      |                |
 *                      `--- failure ----`--> release, 503
 * </pre>
 */
@NullMarked
package dev.latchkey.token.grant;

import org.jspecify.annotations.NullMarked;

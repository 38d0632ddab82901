/**
 * Hooks of whoever runs Latchkey: at four points of a grant's life a server of theirs is asked, and
 * may deny, or shape the tokens. Here is how it is asked, what it may answer, and what holds when
 * it does not; each service asks at one place, and acts on the {@link
 * dev.latchkey.oauth.action.Verdict}. Without a hook nothing is asked and nothing is made. For
 * operators: {@code docs/actions.md}.
 *
 * <pre>
 *  ask --> a place is free? --> breaker closed? --> POST, signed --> 200, understood --> Verdict
 *               | no                 | no                | anything else, or too late
 *               `--------------------`-------------------`--> fail-open: allowed as it is
 *                                                             fail-closed: 503
 * </pre>
 */
@NullMarked
package dev.latchkey.oauth.action;

import org.jspecify.annotations.NullMarked;

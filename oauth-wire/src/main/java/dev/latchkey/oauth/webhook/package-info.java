/**
 * Requests of ours to receivers of an operator, in the manner of Standard Webhooks
 * (https://www.standardwebhooks.com): secrets and signatures.
 */
@NullMarked
package dev.latchkey.oauth.webhook;

import org.jspecify.annotations.NullMarked;

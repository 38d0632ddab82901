/**
 * The Helm chart as its users meet it: rendered, linted and packaged by Helm itself. What every
 * workload must be is in {@code deploy/kubernetes}, which checks the overlays by the same rules.
 */
@NullMarked
package dev.latchkey.helm;

import org.jspecify.annotations.NullMarked;

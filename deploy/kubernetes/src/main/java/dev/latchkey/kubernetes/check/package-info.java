/**
 * What must be true of Latchkey's manifests, whoever renders them: kustomize or the chart. {@link
 * dev.latchkey.kubernetes.check.Checks} is the way in; each check is a question about all objects.
 */
@NullMarked
package dev.latchkey.kubernetes.check;

import org.jspecify.annotations.NullMarked;

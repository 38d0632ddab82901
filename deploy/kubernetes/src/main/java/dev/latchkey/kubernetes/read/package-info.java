/**
 * Reads rendered manifests as strictly as an API server would, and more: a field that Kubernetes
 * does not know, a number where a text belongs and a key written twice are all mistakes.
 */
@NullMarked
package dev.latchkey.kubernetes.read;

import org.jspecify.annotations.NullMarked;

/** Jobs and pods as the manifests say, as processes on this machine, and the tables they share. */
@org.jspecify.annotations.NullMarked
package dev.latchkey.kubernetes.schema;

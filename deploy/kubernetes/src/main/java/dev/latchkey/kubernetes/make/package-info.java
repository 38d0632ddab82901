/**
 * Makes the manifests that would otherwise be written twice: of what the services' builds say of
 * themselves, of the table of public paths, and of the alerts. {@code make manifests} writes them,
 * and a test compares.
 */
@NullMarked
package dev.latchkey.kubernetes.make;

import org.jspecify.annotations.NullMarked;

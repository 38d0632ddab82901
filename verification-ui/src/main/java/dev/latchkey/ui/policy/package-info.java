/**
 * What has to hold before a person may approve a grant, beyond their wish to: where they are, who
 * they are, how lately they proved it. The demands come with the grant, from its client's
 * registration and from the device; whether what it was made from is still registered is in
 * dev.latchkey.ui.registry.
 */
@NullMarked
package dev.latchkey.ui.policy;

import org.jspecify.annotations.NullMarked;

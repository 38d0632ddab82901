/** Whether the committed manifests are what they are made of, and what they have to be. */
@org.jspecify.annotations.NullMarked
package dev.latchkey.kubernetes;

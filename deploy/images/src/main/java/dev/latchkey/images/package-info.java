/**
 * What the images of the services are made of: a Java runtime with only the modules that they need,
 * the jars, and a cache of their classes that was made by this very runtime. Jib, in the pom of
 * this module, makes tars of it; {@link dev.latchkey.images.ImageCheck} runs what is in them.
 */
@NullMarked
package dev.latchkey.images;

import org.jspecify.annotations.NullMarked;

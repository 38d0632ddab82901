/** Virtual devices and people, who go on whatever they are answered and write down what it was. */
@NullMarked
package dev.latchkey.chaos.load;

import org.jspecify.annotations.NullMarked;

/** Whether this process has found the shared state. Redis's side of it is in the adapter. */
@NullMarked
package dev.latchkey.reach;

import org.jspecify.annotations.NullMarked;

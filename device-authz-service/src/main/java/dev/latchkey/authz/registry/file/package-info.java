/**
 * The declarative file (DESIGN section 6): read as a whole or not at all, each mistake with its
 * line and field. What becomes of a declaration is the registry's.
 */
@NullMarked
package dev.latchkey.authz.registry.file;

import org.jspecify.annotations.NullMarked;

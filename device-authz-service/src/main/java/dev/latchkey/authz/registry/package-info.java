/**
 * The registry: which clients, APIs and webhooks there are. Owns the PostgreSQL schema {@code
 * registry}; makes it say what is declared and answers from it. Other services map what they need
 * of its tables for themselves, read-only.
 */
@NullMarked
package dev.latchkey.authz.registry;

import org.jspecify.annotations.NullMarked;

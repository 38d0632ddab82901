/**
 * The token endpoint as little as quarkus-rest can do: a form in, one EVALSHA, a constant answer.
 * It shows which part of a poll's cost is the framework's; {@code dev.latchkey.bench.bare} is its
 * sibling without the framework.
 */
@NullMarked
package dev.latchkey.bench.rest;

import org.jspecify.annotations.NullMarked;

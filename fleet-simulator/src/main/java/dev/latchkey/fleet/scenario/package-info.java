/**
 * What a fleet does, as data: how many devices come when, how well they keep the rules, what people
 * decide, and into which phases the report is cut. A scenario is a name for defaults of the
 * options.
 */
@NullMarked
package dev.latchkey.fleet.scenario;

import org.jspecify.annotations.NullMarked;

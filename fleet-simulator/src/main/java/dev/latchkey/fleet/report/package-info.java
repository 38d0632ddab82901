/**
 * What came of a run, for people and programs: a table in text, a JSON file, and an HTML page with
 * plots in SVG that needs no script and no other file.
 */
@NullMarked
package dev.latchkey.fleet.report;

import org.jspecify.annotations.NullMarked;

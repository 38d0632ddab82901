/**
 * The session behind a request, its cookie, and the checks that every POST must pass: it comes from
 * our own pages, and from this session's.
 */
@NullMarked
package dev.latchkey.ui.session;

import org.jspecify.annotations.NullMarked;

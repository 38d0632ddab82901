/**
 * The person with the phone: a browser of cookies and plain forms that signs in and decides, page
 * by page, by the roles of what is on them. It goes to allowed hosts only.
 */
@NullMarked
package dev.latchkey.fleet.person;

import org.jspecify.annotations.NullMarked;

/**
 * {@code /admin/users}: accounts in the hands of an administrator. Whoever calls is another server
 * with an access token, and no browser: nothing here looks at a session.
 */
@NullMarked
package dev.latchkey.ui.users;

import org.jspecify.annotations.NullMarked;

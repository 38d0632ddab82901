package dev.latchkey.ui.upstream;

import org.jspecify.annotations.Nullable;

/**
 * A verified logout token. It has a subject or a session, or both.
 *
 * @param id its {@code jti}
 * @param sid the session that has ended; null if all of the subject's have
 */
record LogoutToken(String id, @Nullable String subject, @Nullable String sid) {}

package dev.latchkey.session;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Browser sessions, shared by all replicas. A session ends when it has been idle too long or has
 * reached its absolute lifetime, whichever is first ({@code latchkey.session.*}). Every verb fails
 * with {@link dev.latchkey.grant.GrantStoreException} when Redis does.
 */
public interface BrowserSessions {

  /** A new session in which nobody is signed in. */
  Uni<BrowserSession> start();

  /** The live session of that id; using it keeps it from becoming idle. */
  Uni<Optional<BrowserSession>> find(SessionId id);

  /**
   * Notes a grant in the session and answers the handle its forms name it by. The same grant always
   * has the same handle within a session. A session knows the last 20: a person with more tabs than
   * that starts the oldest again.
   */
  Uni<String> remember(BrowserSession session, OpenedGrant grant);

  /**
   * Signs a person in. The session goes on under a new id and a new CSRF token, with its grants. It
   * is never found under the old id (no fixation): if somebody was signed in there, that session is
   * over; if nobody was, it stays, without the person and marked as retired, for the 10 s that a
   * second click on the same form may take. If somebody else signs in from a retired session, their
   * own is another browser's, without its grants.
   */
  Uni<BrowserSession> signIn(BrowserSession session, SignedIn person);

  /** Ends the session; ending it twice is no error. */
  Uni<Void> end(SessionId id);
}

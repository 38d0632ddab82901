package dev.latchkey.grant;

import io.smallrye.mutiny.Uni;
import java.util.function.Consumer;

/**
 * Tells who waits for a decision that there may be one. News is a hint to poll now, never an
 * answer: it may be late, come twice or not at all.
 */
public interface GrantNews {

  /**
   * Listens for news of a grant. Whatever changes after this has answered is told, as long as Redis
   * is there; so whoever polls then, and waits, misses nothing. Fails with {@link
   * GrantStoreException} within a second if nobody can listen now.
   *
   * @param listener is called by a thread of ours, and must not keep it
   */
  Uni<Listening> listen(GrantId grant, Consumer<News> listener);

  /** What there is to be told. */
  enum News {
    /** The grant's state has changed. */
    CHANGED,
    /** Redis was away for a while and is back: nobody knows what was not heard. */
    MISSED
  }

  /** To be closed by who listens. */
  interface Listening extends AutoCloseable {

    /**
     * Whether what is told now will be heard: not while the connection is known to be lost, which
     * {@link News#MISSED} ends. A server that has fallen silent is known as lost within 8 s. May be
     * called by any thread.
     */
    boolean hears();

    /** Nothing is told from now on, except what is on its way. May be called by any thread. */
    @Override
    void close();
  }
}

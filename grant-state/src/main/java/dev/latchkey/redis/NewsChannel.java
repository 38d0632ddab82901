package dev.latchkey.redis;

import dev.latchkey.grant.GrantNews.News;
import java.util.ArrayList;
import java.util.List;

/** A channel that this pod listens to, for everybody here who waits for the same grant. */
final class NewsChannel {

  final String name;
  final List<NewsListener> listeners = new ArrayList<>(1);

  /** Whether the server has said that we are subscribed, on a connection that we still have. */
  private boolean subscribed;

  /** Whether that was on the one that we have now, and not only on the one before. */
  private boolean here;

  NewsChannel(String name) {
    this.name = name;
  }

  boolean isSubscribed() {
    return subscribed;
  }

  void subscribed() {
    here = true;
    if (!subscribed) {
      subscribed = true;
      listeners.forEach(NewsListener::subscribed);
    }
  }

  /** There is a new connection; the one before is still heard. */
  void moving() {
    here = false;
  }

  /** The one before is not heard any more. */
  void moved() {
    if (subscribed && !here) {
      lost();
    }
  }

  void lost() {
    subscribed = false;
    listeners.forEach(NewsListener::lost);
  }

  void changed() {
    listeners.forEach(listener -> listener.hear(News.CHANGED));
  }
}

package dev.latchkey.redis;

import dev.latchkey.grant.GrantNews.News;
import java.util.ArrayList;
import java.util.List;

/** A channel that this pod listens to, for everybody here who waits for the same grant. */
final class NewsChannel {

  final String name;
  final List<NewsListener> listeners = new ArrayList<>(1);

  /** Whether the server has said that we are subscribed, on the connection that we have now. */
  private boolean subscribed;

  NewsChannel(String name) {
    this.name = name;
  }

  boolean isSubscribed() {
    return subscribed;
  }

  void subscribed() {
    if (!subscribed) {
      subscribed = true;
      listeners.forEach(NewsListener::subscribed);
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

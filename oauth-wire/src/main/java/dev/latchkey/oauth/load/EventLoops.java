package dev.latchkey.oauth.load;

import io.netty.channel.EventLoop;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.util.List;
import java.util.stream.StreamSupport;

/** The event loops of this process: as many as it sees processors, and two at least. */
public final class EventLoops {

  private EventLoops() {}

  /** All of them, also those on which nothing has run yet. */
  public static List<EventLoop> of(Vertx vertx) {
    var group = ((VertxInternal) vertx).getEventLoopGroup();
    return StreamSupport.stream(group.spliterator(), false).map(EventLoop.class::cast).toList();
  }
}

package dev.latchkey.redis;

import dev.latchkey.grant.GrantId;
import dev.latchkey.grant.GrantNews;
import dev.latchkey.grant.GrantStoreException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * News of grants, from one connection for all that this pod waits for. One event loop has
 * everything, so that nothing is locked.
 */
@ApplicationScoped
class RedisGrantNews implements GrantNews, NewsConnection.Owner {

  private static final String NO_CONNECTION = "no connection for news";

  private final Vertx vertx;
  private final Context loop;
  private final NewsConnection connection;
  private final long timeoutMillis;
  private final Map<String, NewsChannel> channels = new HashMap<>();

  RedisGrantNews(Vertx vertx, RedisClients clients, RedisStateConfig config) {
    this.vertx = vertx;
    this.loop = ((ContextInternal) vertx.getOrCreateContext()).unwrap();
    this.connection = new NewsConnection(vertx, clients, loop, this);
    this.timeoutMillis = config.timeout().toMillis();
    clients.onRenewal(() -> loop.runOnContext(there -> connection.renew()));
  }

  @Override
  public Uni<Listening> listen(GrantId grant, Consumer<News> consumer) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              var caller = vertx.getOrCreateContext();
              var name = RedisKey.decidedChannel(grant);
              var listener = new NewsListener(consumer);
              var listening = listening(name, listener);
              loop.runOnContext(there -> add(name, listener));
              listener
                  .ready()
                  .timeout(timeoutMillis, TimeUnit.MILLISECONDS)
                  .onComplete(
                      ready ->
                          caller.runOnContext(
                              there -> {
                                if (ready.succeeded()) {
                                  emitter.complete(listening);
                                } else {
                                  listening.close();
                                  emitter.fail(new GrantStoreException(ready.cause()));
                                }
                              }));
            });
  }

  private void add(String name, NewsListener listener) {
    connection.open();
    if (!connection.isExpected()) {
      // A poll that waited for it would keep another one from its place.
      listener.fail(NO_CONNECTION);
      return;
    }
    var known = channels.get(name);
    var channel = known == null ? new NewsChannel(name) : known;
    channel.listeners.add(listener);
    if (known == null) {
      channels.put(name, channel);
      subscribe(channel);
    } else if (channel.isSubscribed()) {
      listener.subscribed();
    }
  }

  private Listening listening(String name, NewsListener listener) {
    return new Listening() {
      @Override
      public boolean hears() {
        return listener.hears();
      }

      @Override
      public void close() {
        loop.runOnContext(there -> remove(name, listener));
      }
    };
  }

  private void remove(String name, NewsListener listener) {
    var channel = channels.get(name);
    if (channel != null && channel.listeners.remove(listener) && channel.listeners.isEmpty()) {
      channels.remove(name);
      connection.send(Command.SUNSUBSCRIBE, name);
    }
  }

  private void subscribe(NewsChannel channel) {
    connection.send(Command.SSUBSCRIBE, channel.name);
  }

  @Override
  public void connected() {
    channels.values().forEach(NewsChannel::moving);
    channels.values().forEach(this::subscribe);
  }

  @Override
  public void left() {
    channels.values().forEach(NewsChannel::moved);
  }

  @Override
  public void lost() {
    channels.values().forEach(NewsChannel::lost);
  }

  @Override
  public boolean isNeeded() {
    return !channels.isEmpty();
  }

  @Override
  public void heard(Response message) {
    var channel = message.size() < 2 ? null : channels.get(message.get(1).toString());
    if (channel == null) {
      return;
    }
    switch (message.get(0).toString()) {
      case "ssubscribe" -> channel.subscribed();
      case NewsLine.NEWS -> channel.changed();
      case "sunsubscribe" -> {
        if (channel.isSubscribed()) {
          // Its slot is moving away, or a goodbye to those who listened before overtook us.
          channel.lost();
          subscribe(channel);
        }
      }
      default -> {}
    }
  }
}

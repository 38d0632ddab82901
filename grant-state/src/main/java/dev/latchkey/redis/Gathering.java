package dev.latchkey.redis;

import io.netty.channel.EventLoop;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends what is asked for in one pass of an event loop in one go: under load that is one write here
 * and one read there for many calls, and those cost more than the calls. What goes together fails
 * together: for calls of one kind.
 *
 * <p>Where the server has forgotten their script, all run again, also those that it had run: a poll
 * that was granted is granted again, by its claim id, one that waits has come early once, so it is
 * told to slow down, and a grant that was stored exists. Any other error reply to one call fails
 * the others of its pass as well, and their callers answer 503.
 */
final class Gathering {

  /** So many fit into a socket's buffer. */
  private static final int MOST = 64;

  private final EventLoop loop;
  private final HeldConnection connection;

  /** Of this pass; touched on the loop only. */
  private List<Call> calls = new ArrayList<>();

  Gathering(EventLoop loop, HeldConnection connection) {
    this.loop = loop;
    this.connection = connection;
  }

  Future<Response> send(Request request) {
    if (!loop.inEventLoop()) {
      return connection.send(request);
    }
    var call = new Call(request, Promise.promise());
    calls.add(call);
    if (calls.size() == 1) {
      loop.execute(this::sendAll);
    } else if (calls.size() == MOST) {
      sendAll();
    }
    return call.answer().future();
  }

  private void sendAll() {
    var all = calls;
    if (all.isEmpty()) {
      return;
    }
    calls = new ArrayList<>();
    if (all.size() == 1) {
      connection.send(all.getFirst().request()).onComplete(all.getFirst().answer());
    } else {
      connection
          .batch(all.stream().map(Call::request).toList())
          .onComplete(replies -> pass(replies, all));
    }
  }

  private static void pass(AsyncResult<List<Response>> replies, List<Call> all) {
    for (var index = 0; index < all.size(); index++) {
      var answer = all.get(index).answer();
      if (replies.succeeded()) {
        answer.complete(replies.result().get(index));
      } else {
        answer.fail(replies.cause());
      }
    }
  }

  private record Call(Request request, Promise<Response> answer) {}
}

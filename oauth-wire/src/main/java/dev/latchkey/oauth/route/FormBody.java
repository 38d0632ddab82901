package dev.latchkey.oauth.route;

import dev.latchkey.oauth.form.BodyLimit;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.impl.ContextInternal;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response.Status;
import org.jspecify.annotations.Nullable;

/** The body of one request, which may come in pieces, up to {@link BodyLimit#BYTES}. */
final class FormBody {

  /** A form fits into a few packets: who takes longer than this holds memory, and no device. */
  private static final long LONGEST_MILLIS = 10_000;

  private static final byte[] NOTHING = {};

  /**
   * Until all of it is there: the request keeps its handlers, and so this, until it is answered.
   */
  private @Nullable Promise<byte[]> complete;

  /** The first piece, which is nearly always the only one, and not ours to append to. */
  private @Nullable Buffer first;

  private @Nullable Buffer more;

  private FormBody(Promise<byte[]> complete) {
    this.complete = complete;
  }

  /** All of it. Fails with 413 if it is larger, with 408 if it takes too long to arrive. */
  static Future<byte[]> of(HttpServerRequest request) {
    if (request.isEnded()) {
      return Future.succeededFuture(NOTHING);
    }
    var complete = Promise.<byte[]>promise();
    var body = new FormBody(complete);
    if (HttpHeaders.CONTINUE.toString().equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
      request.response().writeContinue();
    }
    request.handler(body::add).endHandler(end -> body.end()).exceptionHandler(body::fail).resume();
    var context = ContextInternal.current();
    // Later in this pass of the loop nearly all are complete, and need no timer.
    context.nettyEventLoop().execute(() -> body.limit(context));
    return complete.future();
  }

  private void limit(ContextInternal context) {
    var late = complete;
    if (late != null) {
      var timer =
          context
              .owner()
              .setTimer(
                  LONGEST_MILLIS, over -> fail(new ClientErrorException(Status.REQUEST_TIMEOUT)));
      late.future().onComplete(done -> context.owner().cancelTimer(timer));
    }
  }

  private void add(Buffer piece) {
    if (complete == null) {
      return;
    }
    if (length() + piece.length() > BodyLimit.BYTES) {
      fail(new ClientErrorException(Status.REQUEST_ENTITY_TOO_LARGE));
    } else if (first == null) {
      first = piece;
    } else {
      // In place: who sends byte by byte must not make us copy all of them each time.
      var rest = more == null ? Buffer.buffer(first.getBytes()) : more;
      more = rest.appendBuffer(piece);
    }
  }

  private int length() {
    return more != null ? more.length() : first != null ? first.length() : 0;
  }

  private void end() {
    var bytes = more != null ? more.getBytes() : first != null ? first.getBytes() : NOTHING;
    var whole = over();
    if (whole != null) {
      whole.complete(bytes);
    }
  }

  private void fail(Throwable failure) {
    var broken = over();
    if (broken != null) {
      broken.fail(failure);
    }
  }

  /** What is to be told, once; and nothing is kept. */
  private @Nullable Promise<byte[]> over() {
    var told = complete;
    complete = null;
    first = null;
    more = null;
    return told;
  }
}

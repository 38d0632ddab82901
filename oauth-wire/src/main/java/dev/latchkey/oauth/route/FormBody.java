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

  private final Promise<byte[]> complete = Promise.promise();

  /** The first piece, which is nearly always the only one, and not ours to append to. */
  private @Nullable Buffer first;

  private @Nullable Buffer more;

  private FormBody() {}

  /** All of it. Fails with 413 if it is larger, with 408 if it takes too long to arrive. */
  static Future<byte[]> of(HttpServerRequest request) {
    if (request.isEnded()) {
      return Future.succeededFuture(NOTHING);
    }
    var body = new FormBody();
    if (HttpHeaders.CONTINUE.toString().equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
      request.response().writeContinue();
    }
    request.handler(body::add).endHandler(end -> body.end()).exceptionHandler(body::fail).resume();
    var context = ContextInternal.current();
    // Later in this pass of the loop nearly all are complete, and need no timer.
    context.nettyEventLoop().execute(() -> body.limit(context));
    return body.complete.future();
  }

  private void limit(ContextInternal context) {
    if (!complete.future().isComplete()) {
      var timer =
          context
              .owner()
              .setTimer(
                  LONGEST_MILLIS, late -> fail(new ClientErrorException(Status.REQUEST_TIMEOUT)));
      complete.future().onComplete(done -> context.owner().cancelTimer(timer));
    }
  }

  private void add(Buffer piece) {
    if (complete.future().isComplete()) {
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
    forget();
    complete.tryComplete(bytes);
  }

  private void fail(Throwable failure) {
    if (complete.tryFail(failure)) {
      forget();
    }
  }

  /** The request keeps its handlers, and so this, until it is answered. */
  private void forget() {
    first = null;
    more = null;
  }
}

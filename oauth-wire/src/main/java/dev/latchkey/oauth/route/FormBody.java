package dev.latchkey.oauth.route;

import dev.latchkey.oauth.form.BodyLimit;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response.Status;
import org.jspecify.annotations.Nullable;

/** The body of one request, which may come in pieces, up to {@link BodyLimit#BYTES}. */
final class FormBody {

  private static final byte[] NOTHING = {};

  private final HttpServerRequest request;
  private final Promise<byte[]> complete = Promise.promise();
  private @Nullable Buffer received;

  private FormBody(HttpServerRequest request) {
    this.request = request;
  }

  /** All of it. Fails with 413 if it is larger, and if the client goes away. */
  static Future<byte[]> of(HttpServerRequest request) {
    var body = new FormBody(request);
    if (request.isEnded()) {
      return Future.succeededFuture(NOTHING);
    }
    if (HttpHeaders.CONTINUE.toString().equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
      request.response().writeContinue();
    }
    request.handler(body::add).endHandler(end -> body.end()).exceptionHandler(body::fail).resume();
    return body.complete.future();
  }

  private void add(Buffer piece) {
    if (complete.future().isComplete()) {
      return;
    }
    var sofar = received;
    if ((sofar == null ? 0 : sofar.length()) + piece.length() > BodyLimit.BYTES) {
      // What follows on this connection is the rest of the body.
      request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
      fail(new ClientErrorException(Status.REQUEST_ENTITY_TOO_LARGE));
    } else {
      // The first piece is nearly always the only one, and not ours to append to.
      received = sofar == null ? piece : Buffer.buffer().appendBuffer(sofar).appendBuffer(piece);
    }
  }

  private void end() {
    complete.tryComplete(received == null ? NOTHING : received.getBytes());
  }

  private void fail(Throwable failure) {
    complete.tryFail(failure);
  }
}

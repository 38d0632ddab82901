package dev.latchkey.fleet.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.latchkey.fleet.device.Reply;
import dev.latchkey.fleet.device.Silence;
import dev.latchkey.fleet.device.Trip;
import dev.latchkey.fleet.time.RunClock;
import dev.latchkey.fleet.time.TimerWheel;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One request between its departure and its landing, of which there is exactly one. */
final class Flight {

  /** A trickle comes in drops of a tenth of a second, or byte by byte if that is less. */
  private static final int DROPS_PER_SECOND = 10;

  /** Some round trips. What breaks off later had begun, and is the server's loss. */
  private static final long AT_ONCE = Duration.ofSeconds(2).toNanos();

  private final Request request;
  private final RequestOptions target;
  private final Connections connections;
  private final RunClock clock;
  private final TimerWheel wheel;
  private final Consumer<Landing> done;
  private @Nullable HttpClientRequest http;
  private TimerWheel.@Nullable Entry timeout;
  private long sent;
  private boolean finished;
  private boolean resent;
  private boolean landed;

  Flight(
      Request request,
      RequestOptions target,
      Connections connections,
      RunClock clock,
      TimerWheel wheel,
      Consumer<Landing> done) {
    this.request = request;
    this.target = target;
    this.connections = connections;
    this.clock = clock;
    this.wheel = wheel;
    this.done = done;
    this.sent = clock.now();
  }

  /** To be over by then. An answered request must not live until its timeout would have come. */
  void begin(long latest) {
    timeout = wheel.schedule(latest, due -> timeOut());
    connections.request(target).onSuccess(this::depart).onFailure(this::neverLeft);
  }

  /** A connection is there. */
  private void depart(HttpClientRequest connected) {
    if (landed) {
      connected.reset();
      return;
    }
    http = connected;
    request.forwardedFor().ifPresent(address -> connected.putHeader("X-Forwarded-For", address));
    if (!request.hold().isZero()) {
      connected.putHeader("Prefer", "wait=" + request.hold().toSeconds());
    }
    var reused = connections.isReused(connected.connection());
    connected.response().onSuccess(this::read).onFailure(failure -> lost(reused, failure));
    var body = request.form().encoded().getBytes(US_ASCII);
    if (request.bytesPerSecond() == 0) {
      finish(connected, Buffer.buffer(body));
    } else {
      connected.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length));
      trickle(connected, body, 0, clock.now());
    }
  }

  private void neverLeft(Throwable failure) {
    land(Connecting.reason(failure));
  }

  private void timeOut() {
    var connected = http;
    if (connected == null) {
      land(Silence.CONNECT_TIMEOUT);
    } else if (land(Silence.TIMEOUT)) {
      connected.reset();
    }
  }

  /**
   * Without the first byte of an answer. Where the connection is not new, and it happens as soon as
   * we send, the server has most likely closed it for being idle, and a device's HTTP library would
   * try again too.
   */
  private void lost(boolean reused, Throwable failure) {
    var idle = reused && clock.now() - sent <= AT_ONCE && isClosing(failure);
    if (landed || connections.isClosed() || !idle) {
      land(Silence.RESET);
      return;
    }
    resent = true;
    finished = false;
    http = null;
    connections.requestOnNew(target).onSuccess(this::depart).onFailure(this::neverLeft);
  }

  /** Unlike an answer that is not HTTP, which a second try would not mend. */
  private static boolean isClosing(Throwable failure) {
    return failure instanceof HttpClosedException || failure instanceof IOException;
  }

  private void finish(HttpClientRequest connected, Buffer rest) {
    finished = true;
    sent = clock.now();
    var written = connected.end(rest);
    if (request.loss() == Loss.SENT) {
      written.onComplete(ended -> drop(connected.connection()));
    }
  }

  private void trickle(HttpClientRequest connected, byte[] body, int from, long at) {
    if (landed || connected != http) {
      return;
    }
    var drop = Math.max(1, request.bytesPerSecond() / DROPS_PER_SECOND);
    var to = from + drop;
    if (to >= body.length) {
      finish(connected, Buffer.buffer(body).slice(from, body.length));
      return;
    }
    connected.write(Buffer.buffer(body).slice(from, to));
    var next = at + Duration.ofSeconds(1).toNanos() * drop / request.bytesPerSecond();
    wheel.schedule(next, due -> trickle(connected, body, to, next));
  }

  private void drop(HttpConnection connection) {
    land(Silence.DROPPED);
    connection.close();
  }

  private void read(HttpClientResponse response) {
    if (request.loss() == Loss.ANSWERED) {
      response.exceptionHandler(dropped -> {}); // it is we who hang up, so it is no news
      drop(response.request().connection());
      return;
    }
    response
        .body()
        .onSuccess(
            body ->
                land(
                    new Landing.Answered(
                        trip(),
                        resent,
                        new Reply(
                            response.statusCode(),
                            response.getHeader(HttpHeaders.RETRY_AFTER),
                            body),
                        applied(response.getHeader("Preference-Applied")))))
        .onFailure(failure -> land(Silence.RESET));
  }

  private static boolean applied(@Nullable String preferences) {
    return preferences != null && preferences.toLowerCase(Locale.ROOT).contains("wait");
  }

  private boolean land(Silence silence) {
    return land(new Landing.Unanswered(trip(), resent, silence));
  }

  private boolean land(Landing landing) {
    if (landed) {
      return false;
    }
    landed = true;
    if (timeout != null) {
      timeout.cancel();
    }
    if (http != null && !finished) {
      http.reset(); // half a form would keep its connection for ever
    }
    done.accept(landing);
    return true;
  }

  private Trip trip() {
    return new Trip(sent, clock.now());
  }
}

package dev.latchkey.oauth.departure;

import static io.vertx.core.http.HttpHeaders.CLOSE;
import static io.vertx.core.http.HttpHeaders.CONNECTION;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Whether this process has been told to end. */
@Singleton
public class Departure {

  private volatile boolean begun;

  /** Once true it stays so: whoever works in rounds begins no other one. */
  public boolean hasBegun() {
    return begun;
  }

  /**
   * Makes the answer to come the last one on its connection, if this process has been told to end.
   * The framework does so for requests that come from then on; this is for those that came before,
   * such as polls that are held: their next request would find nobody.
   */
  public void announce(HttpServerRequest request) {
    if (!begun || request.version() != HttpVersion.HTTP_1_1) {
      return;
    }
    var response = request.response();
    if (!response.ended() && !response.closed() && !response.headers().contains(CONNECTION)) {
      response.putHeader(CONNECTION, CLOSE).endHandler(end -> request.connection().close());
    }
  }

  /** Before others hear of it, so that what they then answer is announced. */
  public void begin(@Observes @Priority(1) ShutdownDelayInitiatedEvent event) {
    begun = true;
  }
}

package dev.latchkey.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks services on this machine whether they are ready, as a cluster does. */
public final class Readiness {

  private final Duration patience;
  private final HttpClient http;

  /**
   * One that waits.
   *
   * @param patience for an answer; a service that takes longer is not ready
   */
  public Readiness(Duration patience) {
    this.patience = patience;
    this.http = HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(patience).build();
  }

  /**
   * Whether a service says that it is ready, on its management interface.
   *
   * @param port on which the service itself listens
   */
  public boolean of(int port) {
    return onManagementPort(port + Part.TO_MANAGEMENT);
  }

  /**
   * The same of a service whose ports are not counted from each other.
   *
   * @param management on which its management interface listens
   */
  public boolean onManagementPort(int management) {
    var ready = URI.create("http://127.0.0.1:%d/q/health/ready".formatted(management));
    try {
      var request = HttpRequest.newBuilder(ready).timeout(patience).build();
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

package dev.latchkey.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A real Keycloak with a realm of ours, on loopback; started for the test that needs it. */
final class Keycloak implements AutoCloseable {

  static final String CLIENT = "latchkey-ui";
  static final String CLIENT_SECRET = "keycloak-client-secret-for-tests-only";
  static final String LABEL = "Example Corp";

  /** Of the same realm, and it asks the person before it tells us who they are. */
  static final String CAREFUL_CLIENT = "latchkey-ui-careful";

  static final String CAREFUL_LABEL = "Careful Corp";

  private static final int PORT = 18650;
  private static final String BASE = "http://localhost:" + PORT;
  static final String ISSUER = BASE + "/realms/latchkey";

  private static final String ADMIN = "admin";
  private static final String ADMIN_PASSWORD = "keycloak-admin-for-tests-only";
  private static final Path HOME = Path.of(System.getProperty("keycloak.home"));
  private static final Path LOG = Path.of("target/keycloak.log").toAbsolutePath();

  /** A loaded machine builds and starts it for minutes. */
  private static final Duration START = Duration.ofMinutes(6);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private @Nullable Process process;

  Keycloak start() {
    try {
      forget(HOME.resolve("data"));
      var realms = Files.createDirectories(HOME.resolve("data/import"));
      Files.copy(
          Path.of("src/test/resources/keycloak-realm.json"),
          realms.resolve("latchkey-realm.json"),
          StandardCopyOption.REPLACE_EXISTING);
      var script = HOME.resolve("bin/kc.sh");
      var builder =
          new ProcessBuilder(
              "sh",
              script.toString(),
              "start-dev",
              "--import-realm",
              "--http-host=127.0.0.1",
              "--http-port=" + PORT,
              "--http-management-port=" + (PORT + 1));
      var environment = builder.environment();
      environment.put("JAVA_HOME", System.getProperty("java.home"));
      environment.put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
      // It lives for a minute: what the optimising compiler takes never comes back.
      environment.put("JAVA_OPTS_APPEND", "-XX:-UseG1GC -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
      environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
      environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN_PASSWORD);
      process = builder.redirectErrorStream(true).redirectOutput(LOG.toFile()).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    await().atMost(START).pollInterval(Duration.ofSeconds(1)).until(this::isThere);
    return this;
  }

  /** An administrator signs the person out everywhere, of which Keycloak tells its clients. */
  void signOut(String username) {
    var token =
        Json.text(
            Json.parse(
                send(HttpRequest.newBuilder(
                            URI.create(BASE + "/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                            BodyPublishers.ofString(
                                Wire.encode(
                                    Map.of(
                                        "grant_type",
                                        "password",
                                        "client_id",
                                        "admin-cli",
                                        "username",
                                        ADMIN,
                                        "password",
                                        ADMIN_PASSWORD)))))
                    .body()),
            "access_token");
    var users = URI.create(BASE + "/admin/realms/latchkey/users?exact=true&username=" + username);
    var found = send(authorized(users, token).GET()).body();
    var id = found.replaceAll("(?s).*?\"id\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    var logout = URI.create(BASE + "/admin/realms/latchkey/users/" + id + "/logout");
    var answer = send(authorized(logout, token).POST(BodyPublishers.noBody()));
    if (answer.statusCode() != 204) {
      throw new AssertionError("not signed out: " + answer.statusCode() + " " + answer.body());
    }
  }

  /** The script and the server that it has started. */
  @Override
  public void close() {
    var running = process;
    if (running == null) {
      return;
    }
    process = null;
    var all = running.descendants().toList();
    running.destroy();
    all.forEach(ProcessHandle::destroy);
    try {
      if (!running.waitFor(20, TimeUnit.SECONDS)) {
        running.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    all.forEach(ProcessHandle::destroyForcibly);
    await().atMost(Duration.ofSeconds(20)).until(() -> !isThere());
  }

  private boolean isThere() {
    var running = process;
    if (running != null && !running.isAlive()) {
      throw new AssertionError("Keycloak has ended by itself, see " + LOG);
    }
    try {
      var address = URI.create(ISSUER + "/.well-known/openid-configuration");
      var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static HttpRequest.Builder authorized(URI address, String token) {
    return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.timeout(Duration.ofSeconds(15)).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static void forget(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}

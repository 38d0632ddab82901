package dev.latchkey.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real stores and the real gateway; the services are fakes. */
class LocalSystemTest {

  private final FakeHome home;
  private final HttpClient http = HttpClient.newHttpClient();

  LocalSystemTest(@TempDir Path folder) throws IOException {
    home = FakeHome.in(folder);
  }

  @AfterEach
  void unlink() throws IOException {
    home.unlink();
  }

  @Test
  void everyPartLivesAndDiesByItself() throws Exception {
    try (var system = new LocalSystem(home.options(), Console.silent()).start()) {
      // Given
      sql(system, "CREATE TABLE kept (word text)");
      var token = system.part(Part.TOKEN);
      var first = token.process().pid();

      // When
      token.kill();
      var ran = token.isRunning();
      var away = get(system.url().resolve("/userinfo"));
      token.start();
      system.part(Part.POSTGRES).kill();
      system.part(Part.POSTGRES).start();
      system.part(Part.POSTGRES).stop();
      system.part(Part.POSTGRES).start();
      system.part(Part.REDIS).stop();
      system.part(Part.REDIS).start();
      var another = system.startAnother(Part.TOKEN, home.port() + 4);

      // Then
      assertThat(ran).isFalse();
      assertThat(token.isRunning()).isTrue();
      assertThat(away.statusCode()).isEqualTo(503);
      assertThat(token.process().pid()).isNotEqualTo(first);
      assertThat(get(system.url().resolve("/userinfo")).body()).isEqualTo(system.url().toString());
      assertThat(get(another.url()).body()).isEqualTo(system.url().toString());
      assertThat(ping(system)).isEqualTo("+PONG");
      sql(system, "INSERT INTO kept VALUES ('still')");
    }
    assertThat(new Ports(home.port()).obstacles()).isEmpty();
    assertThat(new PortClaim(home.port() + 4, "another").isTaken()).isFalse();
    assertThat(home.options().run().resolve("postgres")).doesNotExist();
  }

  @Test
  void aFrozenStoreIsSilentAndThenGoesOn() throws Exception {
    try (var system = new LocalSystem(home.options(), Console.silent()).start()) {
      // Given
      var redis = system.part(Part.REDIS);
      redis.freeze();

      // When / Then
      assertThatThrownBy(() -> ping(system)).isInstanceOf(IOException.class);
      redis.thaw();
      assertThat(ping(system)).isEqualTo("+PONG");
    }
  }

  @Test
  void theDatabaseWantsItsPassword() throws Exception {
    try (var system = new LocalSystem(home.options(), Console.silent()).start()) {
      for (var user : new String[] {system.databaseUser(), "postgres"}) {
        // When / Then
        assertThatThrownBy(() -> DriverManager.getConnection(system.jdbcUrl(), user, "guess"))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("password authentication failed");
      }
    }
  }

  @Test
  void ifOnePortIsTakenNothingIsStarted() throws IOException {
    // Given
    var ports = new Ports(home.port());
    try (var taken = FakeHome.taking(ports.of(Part.POSTGRES))) {
      var system = new LocalSystem(home.options(), Console.silent());

      // When / Then
      assertThatThrownBy(system::start)
          .isInstanceOf(PartFailure.class)
          .hasMessageContaining("Port " + taken.getLocalPort() + ", needed for PostgreSQL")
          .hasMessageContaining("process " + ProcessHandle.current().pid());
      assertThat(Files.exists(home.options().run())).isFalse();
    }
  }

  @Test
  void aServiceThatDoesNotComeUpIsNamedWithItsLogAndEverythingIsStopped() {
    // Given
    var options = home.options().withSetting(Part.TOKEN, "FAKE_FAILURE", "no master key");
    var system = new LocalSystem(options, Console.silent());

    // When / Then
    assertThatThrownBy(system::start)
        .isInstanceOf(PartFailure.class)
        .hasMessageContaining("token-service ended before it was ready")
        .hasMessageContaining("Cannot start: no master key");
    assertThat(new Ports(home.port()).obstacles()).isEmpty();
  }

  private static void sql(LocalSystem system, String statement) throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                system.jdbcUrl(), system.databaseUser(), system.databasePassword());
        var sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private static String ping(LocalSystem system) throws IOException {
    try (var socket = new Socket(Loopback.V4, system.redisUri().getPort())) {
      socket.setSoTimeout(300);
      socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
    }
  }

  private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}

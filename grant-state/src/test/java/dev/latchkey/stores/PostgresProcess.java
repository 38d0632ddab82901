package dev.latchkey.stores;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A real PostgreSQL on a port of its own, with a database {@code latchkey}, that a test can freeze,
 * thaw, stop and start again with its data. It does not outlive the JVM.
 */
public final class PostgresProcess implements AutoCloseable {

  private static final String DATABASE = "latchkey";
  private static final String USER = "postgres";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final int port = FreePort.pick();
  private final Map<String, String> settings;
  private final Path data;
  private EmbeddedPostgres server;

  private PostgresProcess(Map<String, String> settings) throws IOException {
    this.settings = settings;
    data = Files.createTempDirectory("latchkey-postgres-");
    server = launch();
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /** Starts a server with an empty database. */
  public static PostgresProcess start() {
    return start(Map.of());
  }

  /** The same with further settings, as in {@code postgresql.conf}. */
  public static PostgresProcess start(Map<String, String> settings) {
    try {
      var postgres = new PostgresProcess(settings);
      execute(postgres.server.getPostgresDatabase(), "CREATE DATABASE " + DATABASE);
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return port;
  }

  /** For {@code quarkus.datasource.reactive.url}. */
  public String reactiveUrl() {
    return "postgresql://127.0.0.1:" + port + "/" + DATABASE;
  }

  /** For {@code quarkus.datasource.jdbc.url}. */
  public String jdbcUrl() {
    return "jdbc:" + reactiveUrl();
  }

  public String username() {
    return USER;
  }

  /** Not checked: the server trusts loopback. */
  public String password() {
    return USER;
  }

  /** The database, by JDBC, for what a test writes or reads behind the services' backs. */
  public DataSource database() {
    return server.getDatabase(USER, DATABASE);
  }

  /** From now on the server holds its connections and answers nothing. */
  public void freeze() {
    // The postmaster first: it must not start a backend after its children have been counted.
    signal(ProcessSignal.STOP);
  }

  public void thaw() {
    signal(ProcessSignal.CONT);
  }

  private void signal(ProcessSignal signal) {
    postmaster()
        .ifPresent(
            process -> {
              signal.send(process);
              process.descendants().forEach(signal::send);
            });
  }

  /** Stops the server, which hangs up on everybody; its data stays. */
  public void stop() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts the server again, with its data and on the same port. */
  public void restart() {
    stop();
    try {
      server = launch();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    thaw();
    stop();
    try (var files = Files.walk(data)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      // Closed before, or the system's to clean up.
    }
  }

  private EmbeddedPostgres launch() throws IOException {
    var builder = EmbeddedPostgres.builder();
    settings.forEach(builder::setServerConfig);
    return builder
        .setPort(port)
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPGStartupWait(PATIENCE)
        .setLocaleConfig("locale", "C")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("fsync", "off")
        .setServerConfig("max_connections", "100")
        .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
        .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private Optional<ProcessHandle> postmaster() {
    var file = data.resolve("postmaster.pid");
    try {
      return Files.exists(file)
          ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void execute(DataSource database, String statement) {
    try (var connection = database.getConnection();
        var sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

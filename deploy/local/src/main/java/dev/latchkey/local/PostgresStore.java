package dev.latchkey.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL, from the embedded library, which also runs it as root. Its data stays when it
 * is stopped, killed and started: a commit has reached the operating system, though not the disk,
 * because the data goes with the run.
 */
final class PostgresStore extends ProcessPart {

  static final String DATABASE = "latchkey";
  static final String USER = "latchkey";

  private static final String SUPERUSER = "postgres";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Other users of the machine can reach loopback too. */
  private static final String PASSWORDS_ONLY = "host all all 127.0.0.1/32 scram-sha-256\n";

  private final Path binaries;
  private final Path data;
  private final String password;

  private @Nullable EmbeddedPostgres server;

  PostgresStore(
      int port, Path binaries, RunFolder run, Secrets secrets, Consumer<ProcessPart> death) {
    super(Part.POSTGRES.title(), port, run.log("postgres"), death);
    this.binaries = binaries;
    this.data = run.postgres();
    this.password = secrets.databasePassword();
  }

  @Override
  ProcessHandle launch() throws IOException {
    forget();
    var isNew = !Files.exists(data.resolve("PG_VERSION"));
    Files.createDirectories(binaries);
    var started =
        EmbeddedPostgres.builder()
            .setPort(port())
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(binaries.toFile())
            .setRegisterShutdownHook(false)
            .setPGStartupWait(PATIENCE)
            .setLocaleConfig("locale", "C")
            .setConnectConfig("password", password)
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("unix_socket_directories", "''")
            .setServerConfig("full_page_writes", "off")
            .setServerConfig("synchronous_commit", "on") // the library's "off" forgets in a kill
            .setOutputRedirector(logFile().redirect())
            .setErrorRedirector(logFile().redirect())
            .start();
    server = started;
    if (isNew) {
      createDatabase(started);
    }
    return postmaster();
  }

  /** Its start has waited for it. */
  @Override
  boolean isReady() {
    return true;
  }

  /** By the library: a fast shutdown, which does not wait for clients to leave. */
  @Override
  void quit(Ending ending) {
    close();
    ending.gently();
  }

  /** After a kill: lets go of the library's lock on the data, and of a pid that means nothing. */
  private void forget() throws IOException {
    if (server != null) {
      Files.deleteIfExists(data.resolve("postmaster.pid"));
      close();
    }
  }

  private void close() {
    try {
      if (server != null) {
        server.close();
        server = null;
      }
    } catch (IOException e) {
      throw new IllegalStateException("cannot close PostgreSQL", e);
    }
  }

  private void createDatabase(EmbeddedPostgres fresh) throws IOException {
    try (var connection = fresh.getPostgresDatabase().getConnection();
        var sql = connection.createStatement()) {
      sql.execute("ALTER ROLE " + SUPERUSER + " PASSWORD '" + password + "'");
      sql.execute("CREATE ROLE " + USER + " LOGIN PASSWORD '" + password + "'");
      sql.execute("CREATE DATABASE " + DATABASE + " OWNER " + USER);
      Files.writeString(data.resolve("pg_hba.conf"), PASSWORDS_ONLY);
      sql.execute("SELECT pg_reload_conf()");
    } catch (SQLException e) {
      throw new IOException("cannot create the database", e);
    }
  }

  private ProcessHandle postmaster() throws IOException {
    var pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip();
    return ProcessHandle.of(Long.parseLong(pid))
        .orElseThrow(() -> new IOException("PostgreSQL has gone as soon as it was there"));
  }
}

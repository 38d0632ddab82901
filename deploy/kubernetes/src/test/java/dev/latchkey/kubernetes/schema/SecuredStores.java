package dev.latchkey.kubernetes.schema;

import dev.latchkey.stores.PostgresProcess;
import dev.latchkey.stores.RedisClusterProcesses;
import dev.latchkey.stores.TestAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the production overlay has its stores to be: a Redis Cluster and a PostgreSQL that take no
 * services but by TLS, with certificates of an authority of their own.
 */
final class SecuredStores implements AutoCloseable {

  private static final Pattern REDIS =
      Pattern.compile("redis-(?<node>\\d)\\.example\\.internal:6379");
  private static final String POSTGRESQL = "postgresql.example.internal:5432/latchkey";
  private static final String SECRET = "/etc/latchkey/stores/ca.crt";

  /** Roles of services are let in by TLS alone; the administrator sets things up. */
  private static final String WHO_MAY_CONNECT =
      """
      host    all postgres 127.0.0.1/32 trust
      hostssl all all      127.0.0.1/32 trust
      """;

  private final TestAuthority authority = new TestAuthority("stores").certifyServer("store");
  private final PostgresProcess postgres;
  private final RedisClusterProcesses redis;

  private SecuredStores() throws IOException {
    postgres = PostgresProcess.start(settings(authority));
    redis = RedisClusterProcesses.start(options(authority));
  }

  static SecuredStores start() throws IOException {
    return new SecuredStores();
  }

  PostgresProcess postgres() {
    return postgres;
  }

  /**
   * The value of a variable with this machine's addresses, database and certificate in place of the
   * overlay's; what else it says stays.
   */
  String here(String value, String database) {
    return REDIS
        .matcher(value)
        .replaceAll(
            host ->
                "127.0.0.1:" + redis.nodes().get(Integer.parseInt(host.group("node"))).tlsPort())
        .replace(POSTGRESQL, "127.0.0.1:" + postgres.port() + "/" + database)
        .replace(SECRET, authority.file("ca.crt").toString());
  }

  private static Map<String, String> settings(TestAuthority authority) throws IOException {
    var access = Files.writeString(authority.file("pg_hba.conf"), WHO_MAY_CONNECT);
    access.toFile().deleteOnExit();
    return Map.of(
        "hba_file", access.toString(),
        "ssl", "on",
        "ssl_cert_file", authority.file("store.crt").toString(),
        "ssl_key_file", authority.file("store.key").toString());
  }

  private static List<String> options(TestAuthority authority) {
    var options = new ArrayList<>(authority.serverOptions("store"));
    options.addAll(
        List.of("--tls-auth-clients", "no", "--tls-cluster", "yes", "--tls-replication", "yes"));
    return options;
  }

  @Override
  public void close() {
    redis.close();
    postgres.close();
  }
}

package dev.latchkey.redis;

import dev.latchkey.stores.RedisClusterProcesses;
import dev.latchkey.stores.RedisPage;
import dev.latchkey.stores.RedisProcess;
import dev.latchkey.stores.RedisSentinelProcesses;
import dev.latchkey.stores.TestAuthority;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Redis in each way that an installation may have it, with TLS in both directions, the users and
 * the settings of {@code docs/redis.md}: the clients {@code standalone}, {@code sentinel} and
 * {@code cluster}. Two more do not get in.
 */
public final class SecuredRedis implements QuarkusTestResourceLifecycleManager {

  /** Like a token: with letters that mean something in addresses. */
  static final String PASSWORD = "first/token+with:signs@and=more&";

  private static final String SECRETS = "/etc/latchkey/redis/";

  final RedisProcess standalone;
  final RedisSentinelProcesses sentinel;
  final RedisClusterProcesses cluster;

  private final TestAuthority authority =
      new TestAuthority("authority")
          .certifyServer("redis")
          .certifyServer("elsewhere", "redis.example")
          .certifyClient("tls");
  private final TestAuthority strangers = new TestAuthority("strangers");
  private final RedisProcess elsewhere;

  public SecuredRedis() {
    standalone = RedisProcess.start(options("redis"));
    elsewhere = RedisProcess.start(options("elsewhere"));
    sentinel = RedisSentinelProcesses.start(options("redis"), RedisPage.userOfSentinels(PASSWORD));
    cluster = RedisClusterProcesses.start(clusterOptions());
    password(PASSWORD);
  }

  @Override
  public Map<String, String> start() {
    var settings = new HashMap<String, String>();
    settings.putAll(client("Standalone", "", standalone.tlsUri().toString()));
    settings.putAll(client("Standalone", "standalone.", standalone.tlsUri().toString()));
    settings.putAll(client("Standalone", "elsewhere.", elsewhere.tlsUri().toString()));
    settings.putAll(client("Standalone", "stranger.", standalone.tlsUri().toString()));
    settings.putAll(client("Sentinel", "sentinel.", sentinel.tlsUris()));
    settings.putAll(client("Cluster", "cluster.", cluster.tlsUris()));
    settings.put("quarkus.redis.stranger.tls-configuration-name", "strangers");
    settings.put(
        "quarkus.tls.strangers.trust-store.pem.certs", strangers.file("ca.crt").toString());
    return settings;
  }

  /** What the page says, for a client of another name and with what is really there. */
  private Map<String, String> client(String heading, String name, String hosts) {
    var prefix = "quarkus.redis." + name;
    var settings = new HashMap<String, String>();
    RedisPage.settings(heading)
        .forEach(
            (key, value) ->
                settings.put(
                    key.replace("quarkus.redis.", prefix),
                    value.replace(SECRETS, authority.file("").toString() + "/")));
    settings.put(prefix + "hosts", hosts);
    settings.put(prefix + "max-pool-size", "128");
    settings.put(prefix + "max-pool-waiting", "1024");
    return settings;
  }

  /** What something beside the services would write. */
  void password(String password) {
    try {
      Files.writeString(authority.file("password"), password + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> options(String certificate) {
    var options = new ArrayList<>(authority.serverOptions(certificate));
    options.addAll(RedisPage.userOfServers(PASSWORD));
    return options;
  }

  private List<String> clusterOptions() {
    var options = options("redis");
    options.addAll(List.of("--tls-cluster", "yes", "--tls-replication", "yes"));
    return options;
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(SecuredRedis.class));
  }

  @Override
  public void stop() {
    standalone.close();
    elsewhere.close();
    sentinel.close();
    cluster.close();
  }
}

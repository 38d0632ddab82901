package dev.latchkey.redis;

import io.quarkus.proxy.ProxyConfigurationRegistry;
import io.quarkus.redis.runtime.client.VertxRedisClientFactory;
import io.quarkus.redis.runtime.client.config.RedisClientConfig;
import io.quarkus.redis.runtime.client.config.RedisConfig;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.config.SmallRyeConfig;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisClientType;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** Clients as {@code quarkus.redis.*} describes them; the framework itself makes only one. */
@ApplicationScoped
class ConfiguredRedisClients implements RedisClients {

  private static final String NAME = RedisConfig.DEFAULT_CLIENT_NAME;

  private final Vertx vertx;
  private final TlsConfigurationRegistry tls;
  private final ProxyConfigurationRegistry proxies;
  private final RedisConfig config;

  /** What is still open. */
  private final Set<Redis> made = ConcurrentHashMap.newKeySet();

  ConfiguredRedisClients(
      Vertx vertx, TlsConfigurationRegistry tls, ProxyConfigurationRegistry proxies) {
    this.vertx = vertx;
    this.tls = tls;
    this.proxies = proxies;
    this.config =
        ConfigProvider.getConfig().unwrap(SmallRyeConfig.class).getConfigMapping(RedisConfig.class);
  }

  @Override
  public Redis create() {
    var client = VertxRedisClientFactory.create(NAME, vertx, settings(), tls, proxies);
    made.add(client);
    return client;
  }

  @Override
  public void close(Redis client) {
    if (made.remove(client)) {
      client.close();
    }
  }

  @Override
  public boolean toOneServer() {
    return settings().clientType() != RedisClientType.CLUSTER;
  }

  private RedisClientConfig settings() {
    return Objects.requireNonNull(config.clients().get(NAME), "quarkus.redis");
  }

  @PreDestroy
  void closeAll() {
    made.forEach(this::close);
  }
}

package dev.latchkey.redis;

import dev.latchkey.credentials.Credentials;
import dev.latchkey.credentials.RedisCredentials;
import io.quarkus.proxy.ProxyConfigurationRegistry;
import io.quarkus.redis.runtime.client.VertxRedisClientFactory;
import io.quarkus.redis.runtime.client.config.RedisClientConfig;
import io.quarkus.redis.runtime.client.config.RedisConfig;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.config.SmallRyeConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisClientType;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** Clients as {@code quarkus.redis.*} describes them; the framework itself makes only one. */
@ApplicationScoped
class ConfiguredRedisClients implements RedisClients {

  private final String name;
  private final Vertx vertx;
  private final RedisCredentials credentials;
  private final TlsConfigurationRegistry tls;
  private final ProxyConfigurationRegistry proxies;
  private final RedisConfig config;

  /** What is still open. */
  private final Set<Redis> made = ConcurrentHashMap.newKeySet();

  @Inject
  ConfiguredRedisClients(
      Vertx vertx,
      RedisCredentials credentials,
      TlsConfigurationRegistry tls,
      ProxyConfigurationRegistry proxies) {
    this(RedisConfig.DEFAULT_CLIENT_NAME, vertx, credentials, tls, proxies);
  }

  /** Of the client that {@code quarkus.redis.<name>.*} describes. */
  ConfiguredRedisClients(
      String name,
      Vertx vertx,
      RedisCredentials credentials,
      TlsConfigurationRegistry tls,
      ProxyConfigurationRegistry proxies) {
    this.name = name;
    this.vertx = vertx;
    this.credentials = credentials;
    this.tls = tls;
    this.proxies = proxies;
    this.config =
        ConfigProvider.getConfig().unwrap(SmallRyeConfig.class).getConfigMapping(RedisConfig.class);
  }

  @Override
  public Future<Redis> create() {
    // Back on the event loop, whoever read the credentials.
    var known = ((ContextInternal) vertx.getOrCreateContext()).<Credentials>promise();
    credentials.current().onComplete(known);
    return known.future().map(there -> make());
  }

  /** {@link ConnectionOptions} adds the credentials. */
  private Redis make() {
    var client = VertxRedisClientFactory.create(name, vertx, settings(), tls, proxies);
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

  @Override
  public void onRenewal(Runnable renew) {
    credentials.onRenewal(renew);
  }

  private RedisClientConfig settings() {
    return Objects.requireNonNull(config.clients().get(name), "quarkus.redis");
  }

  @PreDestroy
  void closeAll() {
    made.forEach(this::close);
  }
}

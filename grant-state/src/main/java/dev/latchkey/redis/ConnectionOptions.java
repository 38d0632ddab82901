package dev.latchkey.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.credentials.Credentials;
import dev.latchkey.credentials.RedisCredentials;
import io.quarkus.redis.client.RedisOptionsCustomizer;
import io.quarkus.redis.runtime.client.config.RedisClientConfig;
import io.quarkus.redis.runtime.client.config.RedisConfig;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.config.SmallRyeConfig;
import io.vertx.redis.client.RedisOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/** What {@code quarkus.redis.*} has no word for, or leaves open. */
@ApplicationScoped
class ConnectionOptions implements RedisOptionsCustomizer {

  private static final String CHECKED = "HTTPS";
  private static final String UNCHECKED = "NONE";

  /** What the Redis client leaves as it is in an address. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~-]*");

  private final RedisCredentials credentials;
  private final TlsConfigurationRegistry tls;
  private final RedisConfig config;

  ConnectionOptions(RedisCredentials credentials, TlsConfigurationRegistry tls) {
    this.credentials = credentials;
    this.tls = tls;
    this.config =
        ConfigProvider.getConfig().unwrap(SmallRyeConfig.class).getConfigMapping(RedisConfig.class);
  }

  @Override
  public void customize(String clientName, RedisOptions options) {
    var known = credentials.latest();
    var servers = new ArrayList<String>();
    for (var server : options.getEndpoints()) {
      servers.add(known.equals(Credentials.NONE) ? server : as(known, URI.create(server)));
    }
    // The client asks the first where the others are. If that one is silent, the next attempt
    // begins with another; and no server is the first of all.
    Collections.shuffle(servers);
    options.setEndpoints(servers);
    if (known.password() != null) {
      // For a socket of the machine, whose address names nobody.
      options.setPassword(known.password());
    }
    namedTls(clientName)
        .ifPresent(
            named ->
                options
                    .getNetClientOptions()
                    .setHostnameVerificationAlgorithm(
                        checked(named.getHostnameVerificationAlgorithm())));
  }

  /** Who trusts an authority wants the server with that name, unless the settings say no. */
  private static String checked(Optional<String> algorithm) {
    return algorithm.filter(UNCHECKED::equalsIgnoreCase).isPresent() ? "" : CHECKED;
  }

  private Optional<TlsConfiguration> namedTls(String clientName) {
    return Optional.ofNullable(config.clients().get(clientName))
        .flatMap(RedisClientConfig::tlsConfigurationName)
        .flatMap(tls::get);
  }

  /** The client takes a user from an address only, and then the password too. */
  private static String as(Credentials who, URI server) {
    var user = who.user() == null ? "" : who.user();
    if (!PLAIN.matcher(user).matches()) {
      throw new IllegalArgumentException("the user for Redis has other letters than A-Za-z0-9._~-");
    }
    var password = who.password() == null ? "" : URLEncoder.encode(who.password(), UTF_8);
    var authority = server.getRawAuthority();
    if (authority == null) {
      return server.toString();
    }
    var rest = server.toString().substring(server.getScheme().length() + 3 + authority.length());
    var host = authority.substring(authority.lastIndexOf('@') + 1);
    return server.getScheme() + "://" + user + ":" + password + "@" + host + rest;
  }
}

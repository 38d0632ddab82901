package dev.latchkey.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What the services are told, as environment variables: a command line can be read by every user of
 * the machine. Each service gets the secrets it needs and no others.
 */
record ServiceEnvironment(Ports ports, Path registry, Secrets secrets) {

  /** Lower case once it is read back: the only spelling an environment variable can give a key. */
  private static final String REFRESH_TOKEN_KID = "local";

  URI publicUrl() {
    return URI.create("http://localhost:" + ports.of(Part.GATEWAY));
  }

  URI redisUri() {
    return URI.create("redis://127.0.0.1:" + ports.of(Part.REDIS));
  }

  String jdbcUrl() {
    return "jdbc:" + postgres();
  }

  private String postgres() {
    return "postgresql://127.0.0.1:%d/%s"
        .formatted(ports.of(Part.POSTGRES), PostgresStore.DATABASE);
  }

  Map<String, String> of(Part service, int port) {
    var variables = new HashMap<String, String>();
    variables.put("QUARKUS_PROFILE", "local");
    variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    variables.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    variables.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
    variables.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(port + Part.TO_MANAGEMENT));
    variables.put("QUARKUS_REDIS_HOSTS", redisUri().toString());
    variables.put("QUARKUS_DATASOURCE_REACTIVE_URL", postgres());
    variables.put("QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl());
    variables.put("QUARKUS_DATASOURCE_USERNAME", PostgresStore.USER);
    variables.put("QUARKUS_DATASOURCE_PASSWORD", secrets.databasePassword());
    variables.put("LATCHKEY_PUBLIC_URL", publicUrl().toString());
    variables.put("LATCHKEY_TRUSTED_PROXIES", "127.0.0.1");
    variables.putAll(ownOf(service));
    return Map.copyOf(variables);
  }

  private Map<String, String> ownOf(Part service) {
    return switch (service) {
      case DEVICE_AUTHZ ->
          Map.of(
              "LATCHKEY_REGISTRY_FILE", registry.toString(),
              "LATCHKEY_USER_CODE_PEPPER", secrets.userCodePepper());
      case VERIFICATION_UI ->
          Map.of(
              "LATCHKEY_REGISTRY_FILE",
              registry.toString(),
              "LATCHKEY_USER_CODE_PEPPER",
              secrets.userCodePepper(),
              "LATCHKEY_UPSTREAM_SECRET",
              secrets.upstreamSecret(),
              "LATCHKEY_PLAYGROUND_ENABLED",
              "true",
              "LATCHKEY_TOKEN_SERVICE_URL",
              "http://127.0.0.1:" + ports.of(Part.TOKEN));
      case TOKEN ->
          Map.of(
              "LATCHKEY_MASTER_KEY", secrets.masterKey(),
              "LATCHKEY_REFRESH_TOKEN_CURRENT", REFRESH_TOKEN_KID,
              "LATCHKEY_REFRESH_TOKEN_SECRETS_LOCAL", secrets.refreshTokenSecret());
      case GATEWAY, REDIS, POSTGRES ->
          throw new IllegalArgumentException(service.title() + " is no service");
    };
  }
}

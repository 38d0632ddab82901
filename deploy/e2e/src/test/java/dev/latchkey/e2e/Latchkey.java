package dev.latchkey.e2e;

import dev.latchkey.local.Console;
import dev.latchkey.local.LocalOptions;
import dev.latchkey.local.LocalSystem;
import dev.latchkey.local.Part;
import dev.latchkey.local.ServiceProcess;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one running local system as a parameter, or what goes with it: started before the
 * first that wants it, closed after the last.
 */
final class Latchkey implements ParameterResolver {

  /** Away from `make up`'s, so that both can run. */
  private static final int PORT = 18480;

  private static final int SECOND_TOKEN_SERVICE = 18600;

  private static final Set<Class<?>> GIVEN =
      Set.of(LocalSystem.class, Tv.class, Tables.class, ServiceProcess.class);

  /** Keys follow each other in seconds, which nobody would want in earnest. */
  private static final Map<String, String> QUICK_KEYS =
      Map.of(
          "LATCHKEY_SIGNING_JWKS_MAX_AGE", "2s",
          "LATCHKEY_SIGNING_CHECK_EVERY", "1s",
          "LATCHKEY_SIGNING_PUBLISH_AHEAD", "5s");

  /** A change of the registry file is seen sooner than by default, whatever else goes on. */
  private static final String QUICK_FILE = "2s";

  /** On a machine that is busy with browsers, nobody is sent away or slowed down for it. */
  private static final Map<String, String> UNHURRIED =
      Map.of("LATCHKEY_OVERLOAD_LAG", "1h", "LATCHKEY_PACE_MOST", "1");

  /** Known to the services from the start: one that a test starts, and one that never comes. */
  private static final Map<String, String> PROVIDERS =
      settings(
          "LATCHKEY_UPSTREAM_PROVIDERS_KEYCLOAK_ISSUER", Keycloak.ISSUER,
          "LATCHKEY_UPSTREAM_PROVIDERS_KEYCLOAK_CLIENT_ID", Keycloak.CLIENT,
          "LATCHKEY_UPSTREAM_PROVIDERS_KEYCLOAK_CLIENT_SECRET", Keycloak.CLIENT_SECRET,
          "LATCHKEY_UPSTREAM_PROVIDERS_KEYCLOAK_LABEL", Keycloak.LABEL,
          "LATCHKEY_UPSTREAM_PROVIDERS_KEYCLOAK_MAX_REFRESH_AGE", "30d",
          "LATCHKEY_UPSTREAM_PROVIDERS_CAREFUL_ISSUER", Keycloak.ISSUER,
          "LATCHKEY_UPSTREAM_PROVIDERS_CAREFUL_CLIENT_ID", Keycloak.CAREFUL_CLIENT,
          "LATCHKEY_UPSTREAM_PROVIDERS_CAREFUL_CLIENT_SECRET", Keycloak.CLIENT_SECRET,
          "LATCHKEY_UPSTREAM_PROVIDERS_CAREFUL_LABEL", Keycloak.CAREFUL_LABEL,
          "LATCHKEY_UPSTREAM_PROVIDERS_NOWHERE_ISSUER", "http://localhost:18659/realms/nowhere",
          "LATCHKEY_UPSTREAM_PROVIDERS_NOWHERE_CLIENT_ID", "latchkey-ui",
          "LATCHKEY_UPSTREAM_PROVIDERS_NOWHERE_CLIENT_SECRET", "secret-for-nobody-at-all",
          "LATCHKEY_UPSTREAM_PROVIDERS_NOWHERE_LABEL", "Nowhere Corp");

  /** For SecretsInLogsTest; there is no lower level, as TRACE is not built in. */
  private static final Map<String, String> EVERYTHING =
      Map.of("QUARKUS_LOG_LEVEL", "DEBUG", "QUARKUS_HTTP_ACCESS_LOG_ENABLED", "true");

  /** By name and value in turn. */
  private static Map<String, String> settings(String... pairs) {
    var settings = new HashMap<String, String>();
    for (var i = 0; i < pairs.length; i += 2) {
      settings.put(pairs[i], pairs[i + 1]);
    }
    return Map.copyOf(settings);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return GIVEN.contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var running =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .computeIfAbsent(Running.class, first -> new Running(), Running.class);
    var type = parameter.getParameter().getType();
    if (type == Tv.class) {
      return new Tv(running.system.url());
    }
    if (type == Tables.class) {
      return new Tables(running.system);
    }
    return type == ServiceProcess.class ? running.secondTokenService() : running.system;
  }

  /** Closed by JUnit with the root store. */
  private static final class Running implements AutoCloseable {

    private final LocalSystem system = new LocalSystem(options(), Console.standard()).start();

    private @Nullable ServiceProcess second;

    /** Beside the gateway, on the same stores; started for the first test that wants it. */
    synchronized ServiceProcess secondTokenService() {
      if (second == null) {
        second = system.startAnother(Part.TOKEN, SECOND_TOKEN_SERVICE);
      }
      return second;
    }

    private static LocalOptions options() {
      var home = Path.of(System.getProperty("latchkey.home"));
      var options =
          LocalOptions.at(home)
              .withPort(PORT)
              .withRun(Path.of("target/run").toAbsolutePath())
              .withRegistry(TestRegistry.restore());
      if (Boolean.getBoolean("latchkey.executables")) {
        options = options.withExecutables();
      }
      for (var service : Part.SERVICES) {
        for (var setting : EVERYTHING.entrySet()) {
          options = options.withSetting(service, setting.getKey(), setting.getValue());
        }
      }
      // To all that knows of providers, as one ConfigMap would.
      for (var service : List.of(Part.TOKEN, Part.VERIFICATION_UI)) {
        for (var setting : PROVIDERS.entrySet()) {
          options = options.withSetting(service, setting.getKey(), setting.getValue());
        }
      }
      for (var service : List.of(Part.DEVICE_AUTHZ, Part.TOKEN)) {
        for (var setting : UNHURRIED.entrySet()) {
          options = options.withSetting(service, setting.getKey(), setting.getValue());
        }
      }
      options = options.withSetting(Part.DEVICE_AUTHZ, "LATCHKEY_REGISTRY_CHECK_EVERY", QUICK_FILE);
      for (var setting : QUICK_KEYS.entrySet()) {
        options = options.withSetting(Part.TOKEN, setting.getKey(), setting.getValue());
      }
      return options;
    }

    @Override
    public void close() {
      system.close();
    }
  }
}

package dev.latchkey.kubernetes.schema;

import dev.latchkey.kubernetes.Rendered;
import dev.latchkey.kubernetes.check.Environment;
import dev.latchkey.kubernetes.read.Manifests;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Starts what the production overlay says, with the variables that it says and the Secrets that the
 * demo draws; only where things are is this machine's.
 */
final class Cluster {

  /** This machine's stores have none. */
  private static final Pattern TLS =
      Pattern.compile(
          "QUARKUS_(TLS|REDIS_TLS|DATASOURCE_REACTIVE_(POSTGRESQL_SSL|TRUST|HOSTNAME)).*");

  private final Database database;
  private final URI redis;

  Cluster(Database database, URI redis) {
    this.database = database;
    this.redis = redis;
  }

  PodProcess job(String service) throws IOException {
    return job(service, Database.OWNER);
  }

  /** With the role of the pods. */
  PodProcess jobWithoutRights(String service) throws IOException {
    return job(service, Database.USER);
  }

  private PodProcess job(String service, String role) throws IOException {
    var job = Rendered.production().all(Job.class).filter(named(service + "-schema")).findFirst();
    return start(
        service,
        job.orElseThrow(),
        job.orElseThrow().getSpec().getTemplate().getSpec().getContainers().getFirst(),
        role);
  }

  PodProcess pod(String service) throws IOException {
    var pod = Rendered.production().all(Deployment.class).filter(named(service)).findFirst();
    return start(
        service,
        pod.orElseThrow(),
        pod.orElseThrow().getSpec().getTemplate().getSpec().getContainers().getFirst(),
        Database.USER);
  }

  private PodProcess start(String service, HasMetadata owner, Container container, String role)
      throws IOException {
    var variables = new HashMap<String, String>();
    variables.putAll(secrets(container));
    variables.putAll(Environment.of(container, owner, Rendered.production()).values());
    variables.keySet().removeIf(name -> TLS.matcher(name).matches());
    variables.put("QUARKUS_DATASOURCE_USERNAME", role);
    variables.putAll(whereThingsAre());
    if (variables.containsKey("LATCHKEY_REGISTRY_FILE")) {
      variables.put(
          "LATCHKEY_REGISTRY_FILE",
          Rendered.OVERLAYS.resolve("production/registry.yaml").toString());
    }
    return PodProcess.start(jar(service), variables);
  }

  private Map<String, String> whereThingsAre() throws IOException {
    return Map.of(
        "QUARKUS_HTTP_PORT", freePort(),
        "QUARKUS_MANAGEMENT_PORT", freePort(),
        "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
        "QUARKUS_DATASOURCE_REACTIVE_URL", database.reactiveUrl(),
        "QUARKUS_REDIS_CLIENT_TYPE", "standalone",
        "QUARKUS_REDIS_HOSTS", redis.toString(),
        "LATCHKEY_REDIS_REPLICAS", "0");
  }

  /** What the demo draws for the Secrets that the container names. */
  private static Map<String, String> secrets(Container container) throws IOException {
    var variables = new HashMap<String, String>();
    for (var object : Manifests.read(Rendered.secrets()).manifests()) {
      var secret = (Secret) object;
      container.getEnvFrom().stream()
          .filter(from -> from.getSecretRef() != null)
          .filter(from -> from.getSecretRef().getName().equals(secret.getMetadata().getName()))
          .forEach(from -> variables.putAll(secret.getStringData()));
    }
    return variables;
  }

  private static <T extends HasMetadata> java.util.function.Predicate<T> named(String name) {
    return each -> each.getMetadata().getName().equals(name);
  }

  private static Path jar(String service) {
    return Rendered.HOME.resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
  }

  private static String freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return Integer.toString(socket.getLocalPort());
    }
  }
}

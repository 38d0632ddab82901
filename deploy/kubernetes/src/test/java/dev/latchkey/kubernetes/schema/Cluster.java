package dev.latchkey.kubernetes.schema;

import dev.latchkey.kubernetes.Rendered;
import dev.latchkey.kubernetes.check.Environment;
import dev.latchkey.kubernetes.read.Manifests;
import dev.latchkey.stores.FreePort;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Starts what the production overlay says, with the variables that it says and the Secrets that the
 * demo draws; only where things are is this machine's.
 */
final class Cluster {

  private final SecuredStores stores;
  private final Database database;

  Cluster(SecuredStores stores, Database database) {
    this.stores = stores;
    this.database = database;
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
    variables.replaceAll((name, value) -> stores.here(value, database.name()));
    variables.put("QUARKUS_DATASOURCE_USERNAME", role);
    variables.put("QUARKUS_HTTP_PORT", freePort());
    variables.put("QUARKUS_MANAGEMENT_PORT", freePort());
    if (variables.containsKey("LATCHKEY_REGISTRY_FILE")) {
      variables.put(
          "LATCHKEY_REGISTRY_FILE",
          Rendered.OVERLAYS.resolve("production/registry.yaml").toString());
    }
    return PodProcess.start(jar(service), variables);
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

  private static <T extends HasMetadata> Predicate<T> named(String name) {
    return each -> each.getMetadata().getName().equals(name);
  }

  private static Path jar(String service) {
    return Rendered.HOME.resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
  }

  private static String freePort() {
    return Integer.toString(FreePort.pick());
  }
}

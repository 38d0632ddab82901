package dev.latchkey.kubernetes.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The JSON schemas of all that we install, of custom resources too: those of the npm package
 * kubernetes-models and of its neighbours, which are code there, and so are asked in Node.js.
 */
public final class Schemas {

  private static final String CHECK = "check.mjs";
  private static final JsonMapper JSON = new JsonMapper();

  private final Path folder;

  private Schemas(Path folder) {
    this.folder = folder;
  }

  /**
   * Has npm bring them the first time.
   *
   * @param home the folder that everything is in
   * @throws IllegalStateException without Node.js; what to install has been said then
   */
  public static Schemas find(Path home) throws IOException, InterruptedException {
    var script = home.resolve("deploy/kubernetes/find-schemas.sh");
    return new Schemas(Path.of(run("", "sh", script.toString()).strip()));
  }

  /**
   * What they say against the objects, a line for each that is wrong; empty if all is well.
   *
   * @param yaml as {@code kubectl kustomize} and {@code helm template} print it
   */
  public List<String> mistakes(String yaml) throws IOException, InterruptedException {
    List<JsonNode> objects;
    try (var documents = Yaml.documents(yaml)) {
      objects = documents.readAll().stream().filter(JsonNode::isObject).toList();
    }
    var list = JSON.writeValueAsString(objects);
    return run(list, "node", folder.resolve(CHECK).toString()).lines().toList();
  }

  private static String run(String input, String... command)
      throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (var in = process.getOutputStream()) {
      in.write(input.getBytes(UTF_8));
    }
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(List.of(command) + " failed: see above");
    }
    return said;
  }
}

package dev.latchkey.images;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadableTarTest {

  /** What Jib writes, and in its order; a digest here is a word. */
  private static final Map<String, String> OF_JIB = new LinkedHashMap<>();

  static {
    OF_JIB.put("blobs/sha256/first", "the runtime");
    OF_JIB.put("blobs/sha256/second", "the program");
    OF_JIB.put("blobs/sha256/config", "{\"architecture\": \"amd64\"}");
    OF_JIB.put(
        "blobs/sha256/manifest",
        """
        {"config": {"digest": "sha256:config"},
         "layers": [{"digest": "sha256:first"}, {"digest": "sha256:second"}]}
        """);
    OF_JIB.put("oci-layout", "{\"imageLayoutVersion\": \"1.0.0\"}");
    OF_JIB.put(
        "index.json",
        """
        {"schemaVersion": 2,
         "manifests": [{
           "mediaType": "application/vnd.oci.image.manifest.v1+json",
           "digest": "sha256:manifest", "size": 114,
           "annotations": {"org.opencontainers.image.ref.name": "latchkey/lamp:1.2"}}]}
        """);
  }

  private final Path file;

  LoadableTarTest(@TempDir Path folder) throws IOException {
    file = folder.resolve("lamp.tar");
    try (var out = new TarArchiveOutputStream(Files.newOutputStream(file))) {
      for (var each : OF_JIB.entrySet()) {
        var entry = new TarArchiveEntry(each.getKey());
        var content = each.getValue().getBytes(UTF_8);
        entry.setSize(content.length);
        out.putArchiveEntry(entry);
        out.write(content);
        out.closeArchiveEntry();
      }
    }
  }

  @Test
  void containerdLearnsTheNameInFull() throws IOException {
    // Given
    var wanted = new JsonObject(content("index.json"));
    wanted
        .getJsonArray("manifests")
        .getJsonObject(0)
        .getJsonObject("annotations")
        .put("io.containerd.image.name", "docker.io/latchkey/lamp:1.2");

    // When
    new LoadableTar(file).complete();

    // Then
    assertThat(new JsonObject(content("index.json"))).isEqualTo(wanted);
  }

  @Test
  void dockerFindsTheSameBlobs() throws IOException {
    // When
    new LoadableTar(file).complete();

    // Then
    assertThat(new JsonArray(content("manifest.json")))
        .isEqualTo(
            new JsonArray(
                """
                [{"Config": "blobs/sha256/config",
                  "RepoTags": ["docker.io/latchkey/lamp:1.2"],
                  "Layers": ["blobs/sha256/first", "blobs/sha256/second"]}]
                """));
  }

  @Test
  void allElseIsAsJibWroteIt() throws IOException {
    // When
    new LoadableTar(file).complete();

    // Then
    for (var name : OF_JIB.keySet()) {
      if (!name.equals("index.json")) {
        assertThat(content(name)).isEqualTo(OF_JIB.get(name));
      }
    }
  }

  @Test
  void aCompleteOneStaysAsItIs() throws IOException {
    // Given
    new LoadableTar(file).complete();
    var complete = Files.readAllBytes(file);

    // When
    new LoadableTar(file).complete();

    // Then
    assertThat(file).hasBinaryContent(complete);
  }

  /** Of the one file of that name. */
  private String content(String name) throws IOException {
    try (var tar = new TarFile(file)) {
      var found = tar.getEntries().stream().filter(entry -> entry.getName().equals(name)).toList();
      assertThat(found).hasSize(1);
      try (var content = tar.getInputStream(found.getFirst())) {
        return new String(content.readAllBytes(), UTF_8);
      }
    }
  }
}

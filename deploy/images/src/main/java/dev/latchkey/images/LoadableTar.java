package dev.latchkey.images;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.local.Part;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarFile;

/**
 * An image of Jib's, as a tar of the Open Container Initiative's layout, made fit for what loads
 * images.
 *
 * <p>Jib leaves out the registry of a name that has none of its own. containerd (kind, k3s) takes
 * names as they are, and the kubelet would not find such an image; an annotation says the name in
 * full. {@code docker load} wants Docker's list of what is in a tar, which names the same blobs.
 */
record LoadableTar(Path file) {

  /** By which containerd goes, before {@link #WRITTEN_NAME}. */
  static final String FULL_NAME = "io.containerd.image.name";

  static final String WRITTEN_NAME = "org.opencontainers.image.ref.name";

  private static final String INDEX = "index.json";
  private static final String DOCKERS_LIST = "manifest.json";
  private static final Set<String> REWRITTEN = Set.of(INDEX, DOCKERS_LIST);

  /**
   * Completes the images of all services.
   *
   * @param args the folder of the tars
   */
  public static void main(String[] args) throws IOException {
    for (var service : Part.SERVICES) {
      new LoadableTar(Path.of(args[0]).resolve(service.title() + ".tar")).complete();
    }
  }

  /** Adds what is missing. Done twice, it changes nothing. */
  void complete() throws IOException {
    var part = file.resolveSibling(file.getFileName() + ".part");
    try (var tar = new TarFile(file);
        var out = new TarArchiveOutputStream(Files.newOutputStream(part))) {
      var index = json(tar, INDEX);
      var image = index.getJsonArray("manifests").getJsonObject(0);
      var annotations = image.getJsonObject("annotations");
      var name = ImageName.of(annotations.getString(WRITTEN_NAME));
      annotations.put(FULL_NAME, name.full());
      for (var entry : tar.getEntries()) {
        if (!REWRITTEN.contains(entry.getName())) {
          out.putArchiveEntry(entry);
          try (var content = tar.getInputStream(entry)) {
            content.transferTo(out);
          }
          out.closeArchiveEntry();
        }
      }
      write(out, INDEX, index.encode());
      write(out, DOCKERS_LIST, dockersList(json(tar, blob(image)), name).encode());
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static JsonArray dockersList(JsonObject manifest, ImageName name) {
    var layers = new JsonArray();
    for (var layer : manifest.getJsonArray("layers")) {
      layers.add(blob((JsonObject) layer));
    }
    return JsonArray.of(
        new JsonObject()
            .put("Config", blob(manifest.getJsonObject("config")))
            .put("RepoTags", JsonArray.of(name.full()))
            .put("Layers", layers));
  }

  /** Where what a descriptor describes is in the tar. */
  static String blob(JsonObject descriptor) {
    return "blobs/" + descriptor.getString("digest").replace(':', '/');
  }

  private static JsonObject json(TarFile tar, String name) throws IOException {
    for (var entry : tar.getEntries()) {
      if (entry.getName().equals(name)) {
        try (var content = tar.getInputStream(entry)) {
          return new JsonObject(new String(content.readAllBytes(), UTF_8));
        }
      }
    }
    throw new IllegalStateException("no image: without " + name);
  }

  private static void write(TarArchiveOutputStream out, String name, String text)
      throws IOException {
    var content = text.getBytes(UTF_8);
    var entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    entry.setModTime(FileTree.TIME);
    out.putArchiveEntry(entry);
    out.write(content);
    out.closeArchiveEntry();
  }
}

package dev.latchkey.images;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An image as a tar of the Open Container Initiative's layout, unpacked. */
record ImageTar(Path layout) {

  /** Unpacks the tar; the folder must not be there. */
  static ImageTar unpack(Path tar, Path folder) throws IOException {
    Files.createDirectories(folder);
    Command.run(List.of("tar", "-xf", tar.toString(), "-C", folder.toString()));
    return new ImageTar(folder);
  }

  /** What containerd takes it to be called. */
  String name() throws IOException {
    var annotations = entry().getJsonObject("annotations");
    return annotations.getString(
        LoadableTar.FULL_NAME, annotations.getString(LoadableTar.WRITTEN_NAME));
  }

  /** What the image says of how it is run. */
  JsonObject config() throws IOException {
    return json(manifest().getJsonObject("config")).getJsonObject("config");
  }

  /** Lays its layers on each other. */
  void extractTo(Path root) throws IOException {
    Files.createDirectories(root);
    for (var layer : manifest().getJsonArray("layers")) {
      var blob = blob((JsonObject) layer);
      Command.run(
          List.of("tar", "-xzf", blob.toString(), "--same-permissions", "-C", root.toString()));
    }
  }

  private JsonObject manifest() throws IOException {
    return json(entry());
  }

  /** The one image of the list. */
  private JsonObject entry() throws IOException {
    var index = new JsonObject(Files.readString(layout.resolve("index.json")));
    return index.getJsonArray("manifests").getJsonObject(0);
  }

  private JsonObject json(JsonObject descriptor) throws IOException {
    return new JsonObject(Files.readString(blob(descriptor)));
  }

  private Path blob(JsonObject descriptor) {
    return layout.resolve(LoadableTar.blob(descriptor));
  }
}

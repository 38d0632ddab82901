package dev.latchkey.images;

import dev.latchkey.local.JvmFlags;
import dev.latchkey.local.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * What is put under {@code /app} in the image of one service.
 *
 * @param folder what becomes {@code /app}
 */
record Stage(Part service, Path folder) {

  /** Where it is in the image. */
  static final String IN_IMAGE = "/app";

  /** What the image is made of, for tools that look for vulnerable versions. */
  static final String SBOM = "sbom.cdx.json";

  private static final String CACHE = "app.aot";

  static Stage of(Path stages, Part service) {
    return new Stage(service, stages.resolve(service.title()));
  }

  /** What is started, beside which are the jars that its manifest names. */
  Path jar() {
    return folder.resolve("quarkus-run.jar");
  }

  /** The arguments of the JVM; the launcher reads them itself, so that no shell is needed. */
  Path arguments() {
    return folder.resolve("java.args");
  }

  /** Copies what was built, and writes what the JVM is told. */
  void fill(Path module) throws IOException {
    new FileTree(folder).remove();
    new FileTree(module.resolve("target/quarkus-app")).copyTo(folder);
    var sbom = Files.copy(module.resolve("target/bom.json"), folder.resolve(SBOM));
    new Sbom(sbom).mustName(folder.resolve("lib"));
    Files.write(arguments(), lines());
    new FileTree(folder).settle();
  }

  /** One argument on each line. */
  static List<String> lines() {
    var lines = new ArrayList<>(JvmFlags.SERVICE);
    lines.add("-XX:AOTCache=" + IN_IMAGE + "/" + CACHE);
    return List.copyOf(lines);
  }

  /** Takes a cache that was made from this folder. */
  void take(Path cache) throws IOException {
    Files.move(cache, folder.resolve(CACHE), StandardCopyOption.REPLACE_EXISTING);
    new FileTree(folder).settle();
  }
}

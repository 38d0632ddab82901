package dev.latchkey.helm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What somebody installs the chart with. */
record Values(Path file) {

  /** Those in the chart's folder, for whoever looks how it is done. */
  static final List<String> EXAMPLES = List.of("minimal", "production", "gateway", "demo");

  /** What has to be given. */
  static final String LEAST =
      """
      publicUrl: https://login.example.com
      redis: { hosts: ["redis:6379"] }
      postgresql: { host: postgresql }
      """;

  static Values least() {
    return of(LEAST);
  }

  /** What has to be given, and this. */
  static Values with(String yaml) {
    return of(LEAST + yaml);
  }

  static Values of(String yaml) {
    try {
      var file = Files.createTempFile(Path.of("target"), "values", ".yaml");
      return new Values(Files.writeString(file, yaml));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Values example(String name) {
    return new Values(Chart.OURS.folder().resolve("examples/" + name + ".yaml"));
  }
}

package dev.latchkey.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The Java runtime of the images, linked from the JDK that builds. One for all services, so that it
 * is one layer. A cache of classes is valid for the runtime that made it only: hence it is in the
 * image and not in the base.
 */
record JavaRuntime(Path home) {

  /** What the services need of the JDK; {@code make images-check} fails when one is missing. */
  static final List<String> MODULES =
      List.of(
          // java.beans, by which Hibernate and Jackson look at classes; no picture is drawn by it.
          "java.desktop",
          "java.instrument",
          "java.logging",
          "java.management",
          "java.naming",
          "java.net.http",
          "java.rmi",
          "java.security.jgss",
          "java.security.sasl",
          "java.sql",
          "java.transaction.xa",
          "java.xml",
          // For whoever looks at a pod with Flight Recorder.
          "jdk.jfr",
          "jdk.management",
          "jdk.management.jfr",
          "jdk.net",
          "jdk.unsupported",
          "jdk.zipfs",
          // Dates and numbers in the languages of the pages.
          "jdk.localedata");

  /** As verification-ui has them (quarkus.locales). */
  static final String LOCALES = "en,de,fr,es,pt-BR,ja,ar";

  /** Links it anew; the folder must not be there. */
  static JavaRuntime link(Path home) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "jlink").toString());
    command.addAll(
        List.of(
            "--add-modules",
            String.join(",", MODULES),
            "--include-locales",
            LOCALES,
            "--strip-debug",
            "--no-header-files",
            "--no-man-pages",
            "--output",
            home.toString()));
    Command.run(command);
    return new JavaRuntime(home);
  }
}

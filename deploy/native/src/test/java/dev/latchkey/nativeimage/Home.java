package dev.latchkey.nativeimage;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The whole project, as it is built. */
final class Home {

  /** What ends up in native images. */
  static final List<String> MODULES =
      Stream.concat(Stream.of("grant-state", "oauth-wire"), NativeSources.SERVICES.stream())
          .toList();

  private Home() {}

  static Path module(String name) {
    return Path.of(System.getProperty("latchkey.home")).resolve(name).normalize();
  }

  static JavaClasses classes() {
    return Classes.ALL;
  }

  /** Those of ours that are in a service's image. */
  static List<JavaClass> classesOf(String service) {
    var folders =
        Stream.of("grant-state", "oauth-wire", service)
            .map(module -> module(module).resolve("target/classes").toUri().toString())
            .toList();
    return classes().stream()
        .filter(
            type -> {
              var file = type.getSource().orElseThrow().getUri().toString();
              return folders.stream().anyMatch(file::startsWith);
            })
        .toList();
  }

  /** The resources of a module below a folder, by the names that code knows them by. */
  static List<String> resources(String module, String folder) throws IOException {
    var root = module(module).resolve("target/classes");
    try (var walk = Files.walk(root.resolve(folder))) {
      return walk.filter(Files::isRegularFile)
          .map(path -> root.relativize(path).toString())
          .toList();
    }
  }

  /** Read once. */
  private static final class Classes {

    private static final JavaClasses ALL =
        new ClassFileImporter()
            .importPaths(
                MODULES.stream().map(name -> module(name).resolve("target/classes")).toList());
  }
}

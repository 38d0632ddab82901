package dev.latchkey.nativeimage;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        inImageOf(service).stream()
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

  /** What a service's image has of that name or below it, by the names that code knows them by. */
  static List<String> resourcesOf(String service, String name) throws IOException {
    var found = new ArrayList<String>();
    for (var module : inImageOf(service)) {
      var root = module(module).resolve("target/classes");
      if (Files.exists(root.resolve(name))) {
        try (var walk = Files.walk(root.resolve(name))) {
          walk.filter(Files::isRegularFile)
              .forEach(path -> found.add(root.relativize(path).toString()));
        }
      }
    }
    return List.copyOf(found);
  }

  private static List<String> inImageOf(String service) {
    return List.of("grant-state", "oauth-wire", service);
  }

  /** Read once. */
  private static final class Classes {

    private static final JavaClasses ALL =
        new ClassFileImporter()
            .importPaths(
                MODULES.stream().map(name -> module(name).resolve("target/classes")).toList());
  }
}

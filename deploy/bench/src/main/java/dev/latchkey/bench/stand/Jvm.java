package dev.latchkey.bench.stand;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How Java programs are started here: all that is measured with the same flags, on the JDK that
 * runs this.
 */
record Jvm(List<String> flags) {

  /** Of what the bench runs on, its own programs on bare Vert.x need only these. */
  private static final List<String> VERTX =
      List.of("vertx-", "netty-", "jackson-core-", "HdrHistogram-");

  private static final List<String> NEWER_JDKS =
      List.of(
          "-XX:+IgnoreUnrecognizedVMOptions",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  List<String> jar(Path jar) {
    return command(List.of("-jar", jar.toString()));
  }

  /** A program of this module on Vert.x; its class comes next. */
  List<String> vertx(Path module) {
    var needed = new ArrayList<String>();
    needed.add(module.resolve("target/classes").toString());
    try (var jars = Files.list(module.resolve("target/lib"))) {
      needed.addAll(
          jars.filter(jar -> VERTX.stream().anyMatch(jar.getFileName().toString()::startsWith))
              .map(Path::toString)
              .sorted()
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException("build it with `make bench`", e);
    }
    return command(List.of("-cp", needed.stream().collect(Collectors.joining(File.pathSeparator))));
  }

  private List<String> command(List<String> program) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(NEWER_JDKS);
    command.addAll(flags);
    command.addAll(program);
    return List.copyOf(command);
  }
}

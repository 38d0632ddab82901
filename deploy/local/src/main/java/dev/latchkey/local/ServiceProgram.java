package dev.latchkey.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is run as a service.
 *
 * @param file what has to be built before
 * @param command how it is run
 */
public record ServiceProgram(Path file, List<String> command) {

  public ServiceProgram {
    command = List.copyOf(command);
  }

  /** A jar, on the JDK that runs this. */
  static ServiceProgram jar(List<String> flags, Path jar) {
    return jar(Path.of(System.getProperty("java.home")), flags, jar);
  }

  /** A jar, on another JDK or runtime. */
  public static ServiceProgram jar(Path javaHome, List<String> flags, Path jar) {
    var command = new ArrayList<String>();
    command.add(javaHome.resolve("bin/java").toString());
    command.addAll(flags);
    command.addAll(List.of("-jar", jar.toString()));
    return new ServiceProgram(jar, command);
  }

  /** The native executable of a service's module. */
  static ServiceProgram builtExecutable(Path module) {
    try (var found = Files.newDirectoryStream(module.resolve("target"), "*-runner")) {
      for (var file : found) {
        return new ServiceProgram(file, List.of(file.toString()));
      }
    } catch (IOException e) {
      throw new PartFailure("nothing is built in " + module, e);
    }
    throw new PartFailure("%s has no native executable: `make native`".formatted(module), null);
  }

  /** The command, if it is built. */
  List<String> ready() throws IOException {
    if (!Files.isReadable(file)) {
      throw new IOException(file + " is not there: build it with `mvn package`, or `make up`");
    }
    return command;
  }
}

package dev.latchkey.chaos.stand;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Which decisions went on without a replica, as the services' logs say. */
public final class Unacknowledged {

  private static final Pattern LINE =
      Pattern.compile("decide: \\d+ of \\d+ replicas had it in time: grant:\\{([^}]+)\\}");

  private Unacknowledged() {}

  /** The ids of their grants. */
  public static Set<String> in(Path logs) throws IOException {
    var grants = new HashSet<String>();
    try (var files = Files.list(logs)) {
      for (var file : files.filter(path -> path.toString().endsWith(".log")).toList()) {
        grants.addAll(in(Files.readString(file, UTF_8)));
      }
    }
    return grants;
  }

  static Set<String> in(String log) {
    var grants = new HashSet<String>();
    LINE.matcher(log).results().forEach(found -> grants.add(found.group(1)));
    return grants;
  }
}

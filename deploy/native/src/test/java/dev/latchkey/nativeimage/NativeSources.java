package dev.latchkey.nativeimage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/**
 * What {@code native-image} would be given for one service.
 *
 * @param arguments its command line
 * @param resources whether a resource of that name would be in the image
 * @param reflected the classes that can be looked at and made by name
 * @param atRunTime the classes whose static state is made anew in each process
 */
record NativeSources(
    String arguments, Predicate<String> resources, Set<String> reflected, Set<String> atRunTime) {

  static final List<String> SERVICES =
      List.of("device-authz-service", "token-service", "verification-ui");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CONFIGURATION = "META-INF/native-image/";
  private static final Pattern AT_RUN_TIME = Pattern.compile("--initialize-at-run-time=(\\S+)");

  static NativeSources of(String service) throws IOException {
    var folder = Home.module(service).resolve("target/native-sources");
    var patterns = new ArrayList<Pattern>();
    var reflected = new TreeSet<String>();
    var atRunTime = new TreeSet<String>();
    for (var jar : jars(folder)) {
      try (var file = new JarFile(jar.toFile())) {
        for (var entry : file.stream().filter(NativeSources::configures).toList()) {
          read(file, entry, patterns, reflected, atRunTime);
        }
      }
    }
    return new NativeSources(
        Files.readString(folder.resolve("native-image.args")),
        name -> patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches()),
        Set.copyOf(reflected),
        Set.copyOf(atRunTime));
  }

  private static List<Path> jars(Path folder) throws IOException {
    try (var walk = Files.walk(folder)) {
      var jars = walk.filter(path -> path.toString().endsWith(".jar")).toList();
      if (jars.isEmpty()) {
        throw new IllegalStateException(folder + " has no jar: build with -Pnative-sources");
      }
      return jars;
    }
  }

  private static boolean configures(ZipEntry entry) {
    return entry.getName().startsWith(CONFIGURATION) && !entry.isDirectory();
  }

  private static void read(
      JarFile jar,
      ZipEntry entry,
      List<Pattern> patterns,
      Set<String> reflected,
      Set<String> atRunTime)
      throws IOException {
    var name = entry.getName();
    try (var in = jar.getInputStream(entry)) {
      if (name.endsWith("native-image.properties")) {
        var properties = new Properties();
        properties.load(in);
        AT_RUN_TIME
            .matcher(properties.getProperty("Args", ""))
            .results()
            .forEach(found -> atRunTime.addAll(List.of(found.group(1).split(",", -1))));
      } else if (name.endsWith("resource-config.json")) {
        for (var include : JSON.readTree(in).path("resources").path("includes")) {
          patterns.add(Pattern.compile(include.path("pattern").asText()));
        }
      } else if (name.endsWith("reflect-config.json")) {
        takeTypes(JSON.readTree(in), "name", reflected);
      } else if (name.endsWith("reachability-metadata.json")) {
        var metadata = JSON.readTree(in);
        for (var resource : metadata.path("resources")) {
          patterns.add(glob(resource.path("glob").asText()));
        }
        takeTypes(metadata.path("reflection"), "type", reflected);
      }
    }
  }

  private static void takeTypes(JsonNode types, String field, Set<String> reflected) {
    for (var type : types) {
      if (type.path("allDeclaredConstructors").asBoolean()) {
        reflected.add(type.path(field).asText());
      }
    }
  }

  /** A star stands for any part of one name; two stars for any number of names. */
  private static Pattern glob(String glob) {
    var anyDepth =
        List.of(glob.split("\\*\\*", -1)).stream()
            .map(
                part ->
                    List.of(part.split("\\*", -1)).stream()
                        .map(Pattern::quote)
                        .collect(Collectors.joining("[^/]*")))
            .collect(Collectors.joining(".*"));
    return Pattern.compile(anyDepth);
  }
}

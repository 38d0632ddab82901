package dev.latchkey.kubernetes.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.local.RouteTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every path of the services is public, administration, internal or of the management port. */
class AdminPathsTest {

  private static final Path HOME = Path.of(System.getProperty("latchkey.home"));

  /** Where a class of Jakarta REST begins. */
  private static final Pattern RESOURCE = Pattern.compile("(?m)^@Path\\(\"/?(?<path>[^\"]*)\"\\)");

  private static final Pattern METHOD = Pattern.compile("(?m)^ +@Path\\(\"/?([^\"]*)\"\\)");

  /** A part of a path that is left open, with braces of its own or without. */
  private static final Pattern OPEN =
      Pattern.compile("\\{\\w+(?:: *(?<words>[\\w./|-]+)\\}|(?:[^{}]|\\{[^{}]*\\})*\\})");

  private static final Pattern ADMINISTRATION = Pattern.compile("/admin/[^/{]+");

  @Test
  void everyPathOfAdministrationIsInTheTable() throws IOException {
    // When
    var served = new TreeMap<String, String>();
    for (var resource : resources().entrySet()) {
      var administration = ADMINISTRATION.matcher(resource.getKey());
      if (administration.lookingAt()) {
        served.put(administration.group(), resource.getValue());
      }
    }

    // Then
    var table = new TreeMap<String, String>();
    AdminPaths.sorted().forEach(each -> table.put(each.getKey(), each.getValue().title()));
    assertThat(served).isEqualTo(table);
  }

  @Test
  void whatElseAServiceHasIsPublicOrInternal() throws IOException {
    // When
    var others = resources();
    others.keySet().removeIf(path -> path.startsWith("/admin/") || path.startsWith("/internal/"));

    // Then
    assertThat(others)
        .isNotEmpty()
        .allSatisfy(
            (path, service) ->
                assertThat(RouteTable.find(path))
                    .as(path)
                    .hasValueSatisfying(
                        route -> assertThat(route.service().title()).isEqualTo(service)));
  }

  private static SortedMap<String, String> resources() throws IOException {
    var found = new TreeMap<String, String>();
    for (var service : new String[] {"device-authz-service", "token-service", "verification-ui"}) {
      try (var files = Files.walk(HOME.resolve(service).resolve("src/main/java"))) {
        for (var file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
          for (var path : paths(Files.readString(file))) {
            found.put(path, service);
          }
        }
      }
    }
    return found;
  }

  private static List<String> paths(String source) {
    var type = RESOURCE.matcher(source);
    if (!type.find()) {
      return List.of();
    }
    var base = type.group("path");
    return base.isEmpty() || base.equals("/")
        ? METHOD.matcher(source).results().flatMap(each -> plain(each.group(1))).toList()
        : plain(base).toList();
  }

  /** One for each alternative; what else is left open is one of what it may be. */
  private static Stream<String> plain(String template) {
    var open = OPEN.matcher(template);
    if (!open.find()) {
      return Stream.of("/" + template.replaceFirst("^/", ""));
    }
    return Stream.of(
            open.group("words") == null ? new String[] {"x"} : open.group("words").split("\\|"))
        .flatMap(
            word ->
                plain(
                    template.substring(0, open.start())
                        + word.strip()
                        + template.substring(open.end())));
  }
}

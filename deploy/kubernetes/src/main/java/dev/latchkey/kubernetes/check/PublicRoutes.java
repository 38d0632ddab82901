package dev.latchkey.kubernetes.check;

import dev.latchkey.local.RouteTable;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is routed from outside is the table of public paths, as the local gateway has it, and
 * nothing else; administration is in objects of its own.
 */
final class PublicRoutes implements Check {

  private static final List<String> PUBLIC =
      RouteTable.routes().stream()
          .map(
              route ->
                  "%s%s to %s"
                      .formatted(
                          route.path(), route.below() ? " and below" : "", route.service().title()))
          .sorted()
          .toList();

  private static final List<String> ADMINISTRATION =
      AdminPaths.ALL.entrySet().stream()
          .map(each -> each.getKey() + " and below to " + each.getValue().title())
          .sorted()
          .toList();

  @Override
  public Stream<String> violations(Installation installation) {
    var paths = RoutedPath.of(installation).toList();
    var tables =
        paths.stream()
            .map(path -> path.route().getKind())
            .distinct()
            .flatMap(
                kind ->
                    Stream.concat(
                        compare(kind, of(kind, false, paths), PUBLIC),
                        compare(kind, of(kind, true, paths), ADMINISTRATION)));
    return Stream.concat(tables, mixed(paths));
  }

  private static List<RoutedPath> of(String kind, boolean administration, List<RoutedPath> paths) {
    return paths.stream()
        .filter(path -> path.route().getKind().equals(kind))
        .filter(path -> path.isAdministration() == administration)
        .toList();
  }

  private static Stream<String> compare(String kind, List<RoutedPath> paths, List<String> table) {
    if (paths.isEmpty()) {
      return Stream.of();
    }
    var routed = new HashSet<>(RoutedPath.lines(paths.stream()));
    return Stream.concat(
            routed.stream().filter(line -> !table.contains(line)).map(line -> "routes " + line),
            table.stream()
                .filter(line -> !routed.contains(line))
                .map(line -> "does not route " + line))
        .map(wrong -> kind + ": " + wrong);
  }

  private static Stream<String> mixed(List<RoutedPath> paths) {
    return paths.stream()
        .filter(RoutedPath::isAdministration)
        .map(path -> Installation.name(path.route()))
        .distinct()
        .filter(
            name ->
                paths.stream()
                    .filter(path -> Installation.name(path.route()).equals(name))
                    .anyMatch(path -> !path.isAdministration()))
        .map(name -> name + ": routes public paths and administration");
  }
}

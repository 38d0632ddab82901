package dev.latchkey.bench.measure;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of work whose cost is measured, as the report names them. */
public enum Subject {
  BARE_VERTX("bare Vert.x"),
  BARE_REST("bare quarkus-rest"),
  POLL("poll"),
  ISSUE("issue codes"),
  REFRESH("refresh"),
  REFRESH_WITH_ID_TOKEN("refresh with an ID token");

  private final String title;

  Subject(String title) {
    this.title = title;
  }

  /** Those whose title begins with a word; none for no word. */
  public static Set<Subject> named(String word) {
    return word.isEmpty()
        ? Set.of()
        : Stream.of(values())
            .filter(subject -> subject.title.split(" ", 2)[0].equals(word))
            .collect(Collectors.toUnmodifiableSet());
  }

  public String title() {
    return title;
  }
}

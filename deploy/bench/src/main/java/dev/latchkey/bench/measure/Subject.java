package dev.latchkey.bench.measure;

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

  public String title() {
    return title;
  }
}

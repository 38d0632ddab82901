package dev.latchkey.chaos.book;

/** What is asked of the services. */
public enum Ask {
  START("codes"),
  POLL("polls"),
  REFRESH("refreshes"),
  PAGE("pages");

  private final String words;

  Ask(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}

package dev.latchkey.fleet.statistics;

/** What is measured apart. */
public enum Kind {
  START("start", "a device asks for codes"),
  POLL("poll", "a device asks whether it is approved"),
  HELD("held poll", "a poll that the server held open (Prefer: wait); long by design"),
  REFRESH("refresh", "a device refreshes its tokens"),
  PAGE("page", "one page of the person's way, redirects included"),
  DECISION("decision", "the person's whole way, from the code to the decision"),
  HANDOVER("handover", "from the press of the last button to the tokens in the device");

  private final String label;
  private final String meaning;

  Kind(String label, String meaning) {
    this.label = label;
    this.meaning = meaning;
  }

  public String label() {
    return label;
  }

  public String meaning() {
    return meaning;
  }

  public boolean isPoll() {
    return this == POLL || this == HELD;
  }

  /** Whether its time says how fast the server is; not how long it was asked to wait. */
  public boolean isQuick() {
    return this == START || this == POLL || this == REFRESH;
  }
}

package dev.latchkey.bench.report;

import java.util.List;
import java.util.StringJoiner;

/** A table in Markdown. */
public final class Table {

  private final StringJoiner lines = new StringJoiner("\n");

  public Table(String... heads) {
    row(heads);
    lines.add("|" + " --- |".repeat(heads.length));
  }

  public Table row(String... cells) {
    lines.add("| " + String.join(" | ", List.of(cells)) + " |");
    return this;
  }

  @Override
  public String toString() {
    return lines.toString();
  }
}

package dev.latchkey.fleet.person;

import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;

/** What the person wants of a page, and by which words its button is known. */
public enum Wish {
  APPROVE(
      List.of("approve", "allow", "authorize", "grant", "confirm", "continue", "yes", "accept"),
      List.of("deny", "cancel", "reject", "decline", "sign out", "log out", "no,", "not ")),
  DENY(List.of("deny", "cancel", "reject", "decline", "refuse"), List.of("sign out", "log out"));

  private final List<String> wanted;
  private final List<String> unwanted;

  Wish(List<String> wanted, List<String> unwanted) {
    this.wanted = wanted;
    this.unwanted = unwanted;
  }

  boolean isMetBy(Element button) {
    var words =
        (button.text() + " " + button.attr("value") + " " + button.attr("name"))
            .toLowerCase(Locale.ROOT);
    return unwanted.stream().noneMatch(words::contains)
        && wanted.stream().anyMatch(words::contains);
  }
}

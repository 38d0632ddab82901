package dev.latchkey.fleet.person;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What the person wants of a page, and by which words its button is known. */
public enum Wish {
  APPROVE(
      "approve|allow|authori[sz]e|grant|confirm|continue|yes|accept",
      "deny|cancel|reject|decline|sign out|log out|no,|not "),
  DENY("deny|cancel|reject|decline|refuse", "sign out|log out");

  private final Pattern wanted;
  private final Pattern unwanted;

  Wish(String wanted, String unwanted) {
    this.wanted = Pattern.compile(wanted);
    this.unwanted = Pattern.compile(unwanted);
  }

  boolean isMetBy(Element button) {
    var words =
        (button.text() + " " + button.attr("value") + " " + button.attr("name"))
            .toLowerCase(Locale.ROOT);
    return wanted.matcher(words).find() && !unwanted.matcher(words).find();
  }
}

package dev.latchkey.local.demo;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * A form as a browser would send it.
 *
 * @param words on the button that was pressed
 */
record PageForm(URI page, URI action, Map<String, String> fields, String words) {

  /** With what the page has filled in: hidden fields, checked boxes and the pressed button. */
  static PageForm of(Element form, Element button) {
    var fields = new LinkedHashMap<String, String>();
    for (var input : form.select("input[name], select[name], textarea[name]")) {
      var type = input.attr("type");
      var sent =
          switch (type) {
            case "submit", "button", "image", "reset", "file" -> false;
            case "checkbox", "radio" -> input.hasAttr("checked");
            default -> !input.hasAttr("disabled");
          };
      if (sent) {
        fields.put(
            input.attr("name"),
            input.val().isEmpty() && type.equals("checkbox") ? "on" : input.val());
      }
    }
    if (button.hasAttr("name")) {
      fields.put(button.attr("name"), button.attr("value"));
    }
    var words = button.text().isEmpty() ? button.attr("value") : button.text();
    var page = URI.create(form.baseUri());
    var chosen = button.hasAttr("formaction") ? button.attr("formaction") : form.attr("action");
    return new PageForm(page, chosen.isEmpty() ? page : page.resolve(chosen), fields, words);
  }

  PageForm with(String name, String value) {
    var more = new LinkedHashMap<>(fields);
    more.put(name, value);
    return new PageForm(page, action, more, words);
  }

  @Override
  public String toString() {
    return "PageForm[" + action.getPath() + ", " + words + "]";
  }
}

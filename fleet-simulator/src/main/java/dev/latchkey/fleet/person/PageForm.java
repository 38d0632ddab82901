package dev.latchkey.fleet.person;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * A form as a browser would send it, once that button is pressed.
 *
 * @param posts whether its method is POST; a GET form can ask for a code, and decides nothing
 */
record PageForm(URI page, URI action, boolean posts, Map<String, String> fields) {

  PageForm {
    fields = Map.copyOf(fields);
  }

  /**
   * With what the page has filled in: hidden fields, checked boxes, chosen options and the button.
   */
  static PageForm of(Element form, Element button) {
    var fields = new LinkedHashMap<String, String>();
    for (var input : form.select("input[name], textarea[name]")) {
      if (isSent(input)) {
        fields.put(input.attr("name"), value(input));
      }
    }
    for (var list : form.select("select[name]:not([disabled])")) {
      var options = list.select("option");
      options.stream()
          .filter(option -> option.hasAttr("selected"))
          .findFirst()
          .or(() -> options.stream().findFirst())
          .ifPresent(option -> fields.put(list.attr("name"), option.val()));
    }
    if (button.hasAttr("name")) {
      fields.put(button.attr("name"), button.attr("value"));
    }
    var page = URI.create(form.baseUri());
    var chosen = button.hasAttr("formaction") ? button.attr("formaction") : form.attr("action");
    var posts = form.attr("method").equalsIgnoreCase("post");
    return new PageForm(page, Links.resolve(page, chosen), posts, fields);
  }

  PageForm with(String name, String value) {
    var more = new LinkedHashMap<>(fields);
    more.put(name, value);
    return new PageForm(page, action, posts, more);
  }

  private static boolean isSent(Element input) {
    return switch (input.attr("type").toLowerCase(Locale.ROOT)) {
      case "submit", "button", "image", "reset", "file" -> false;
      case "checkbox", "radio" -> input.hasAttr("checked") && !input.hasAttr("disabled");
      default -> !input.hasAttr("disabled");
    };
  }

  private static String value(Element input) {
    var box = input.attr("type").equalsIgnoreCase("checkbox");
    return box && !input.hasAttr("value") ? "on" : input.val();
  }

  @Override
  public String toString() {
    return "PageForm[" + action.getPath() + "]";
  }
}

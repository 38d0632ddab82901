package dev.latchkey.fleet.person;

import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a person does on a page, by the roles of what is on it: types the code where one is asked
 * for, signs in where a password is, else presses the button that fits the wish. Pure.
 */
public final class FormWalker {

  private static final String BUTTONS = "button:not([type=button]), input[type=submit]";
  private static final String TEXTS = "input:not([type]), input[type=text], input[type=email]";

  private final Account account;
  private final Wish wish;
  private final String userCode;
  private boolean signedIn;

  FormWalker(Account account, Wish wish, String userCode) {
    this.account = account;
    this.wish = wish;
    this.userCode = userCode;
  }

  /**
   * The form to send next; empty if there is nothing left to agree to.
   *
   * @throws WalkException if the page asks for something that this person does not have
   */
  Optional<PageForm> next(Document page) {
    var forms =
        page.select("form").stream()
            .filter(form -> form.attr("method").equalsIgnoreCase("post"))
            .filter(form -> !form.hasAttr("hidden"))
            .toList();
    for (var form : forms) {
      var password = form.selectFirst("input[type=password]");
      if (password != null) {
        return Optional.of(signIn(form, password));
      }
    }
    for (var form : page.select("form:not([hidden])")) {
      var code = codeField(form);
      if (code != null && code.val().isBlank()) {
        return Optional.of(PageForm.of(form, button(form)).with(code.attr("name"), userCode));
      }
    }
    return forms.stream().flatMap(form -> pressed(form).stream()).findFirst();
  }

  private PageForm signIn(Element form, Element password) {
    if (signedIn) {
      throw new WalkException("could not sign in with that user name and password");
    }
    signedIn = true;
    var name = form.selectFirst(TEXTS);
    if (name == null) {
      throw new WalkException("the sign-in page asks for a password only");
    }
    return PageForm.of(form, button(form))
        .with(name.attr("name"), account.username())
        .with(password.attr("name"), account.password());
  }

  private Optional<PageForm> pressed(Element form) {
    return form.select(BUTTONS).stream()
        .filter(wish::isMetBy)
        .findFirst()
        .map(button -> PageForm.of(form, button));
  }

  private static Element button(Element form) {
    var button = form.selectFirst(BUTTONS);
    return button == null ? new Element("button") : button;
  }

  private static @Nullable Element codeField(Element form) {
    return form.select(TEXTS).stream()
        .filter(field -> field.attr("name").toLowerCase(Locale.ROOT).contains("code"))
        .findFirst()
        .orElse(null);
  }
}

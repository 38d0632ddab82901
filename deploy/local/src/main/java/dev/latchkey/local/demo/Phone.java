package dev.latchkey.local.demo;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Plays the person with the phone: opens the address from the QR code and does on each page what a
 * willing person does, by the roles of what is on it, until there is nothing left to agree to.
 */
final class Phone {

  private static final int MOST_PAGES = 10;
  private static final List<String> YES =
      List.of("approve", "allow", "confirm", "continue", "yes", "accept", "sign in");
  private static final List<String> NO =
      List.of("deny", "cancel", "sign out", "log out", "no,", "not ", "different");

  private final DemoOptions options;
  private final Screen screen;
  private final Browser browser = new Browser();
  private boolean signedIn;

  Phone(DemoOptions options, Screen screen) {
    this.options = options;
    this.screen = screen;
  }

  /**
   * Approves.
   *
   * @throws DemoFailure if the pages do not lead to an end
   */
  void approve(DeviceGrant grant) {
    var address = grant.shortest();
    screen.line("  phone: opens " + address.getPath());
    var page = browser.open(address);
    for (var pages = 0; pages < MOST_PAGES; pages++) {
      var step = step(page, grant.userCode());
      if (step.isEmpty()) {
        if (pages == 0) {
          throw new DemoFailure("there is nothing to approve at \"" + page.title() + "\"");
        }
        screen.line("  phone: \"" + page.title() + "\"");
        return;
      }
      var form = step.get();
      screen.line("  phone: \"%s\": %s".formatted(page.title(), form.words()));
      page = browser.submit(form);
    }
    throw new DemoFailure("the phone is going round in circles at \"" + page.title() + "\"");
  }

  private Optional<PageForm> step(Document page, String code) {
    return page.select("form").stream()
        .filter(form -> form.attr("method").equalsIgnoreCase("post"))
        .flatMap(form -> agreed(form, code).stream())
        .findFirst();
  }

  private Optional<PageForm> agreed(Element form, String code) {
    var password = form.selectFirst("input[type=password]");
    var button =
        form.select("button:not([type=button]), input[type=submit]").stream()
            .filter(Phone::saysYes)
            .findFirst();
    return button.map(
        pressed -> {
          var filled = PageForm.of(form, pressed);
          if (password != null) {
            if (signedIn) {
              throw new DemoFailure(options.username() + " could not sign in with that password");
            }
            signedIn = true;
            var name =
                form.selectFirst("input[name=username], input[type=email], input[type=text]");
            if (name == null) {
              throw new DemoFailure("the sign-in page asks for a password only");
            }
            return filled
                .with(name.attr("name"), options.username())
                .with(password.attr("name"), options.password());
          }
          // Empty where the code has to be typed.
          var typed = form.selectFirst("input[type=text][name=user_code]");
          return typed == null ? filled : filled.with(typed.attr("name"), code);
        });
  }

  private static boolean saysYes(Element button) {
    var words =
        (button.text() + " " + button.attr("value") + " " + button.attr("name"))
            .toLowerCase(Locale.ROOT);
    return NO.stream().noneMatch(words::contains) && YES.stream().anyMatch(words::contains);
  }
}

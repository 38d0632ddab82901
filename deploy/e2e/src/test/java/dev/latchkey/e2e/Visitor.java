package dev.latchkey.e2e;

import com.microsoft.playwright.Page;
import java.net.URI;

/**
 * Somebody who finds things by what they are in the form, not by what they are called: for pages in
 * any language. {@link Person} goes by the words.
 */
record Visitor(Page page, URI base) {

  Visitor opens(String path) {
    page.navigate(base.resolve(path).toString());
    return this;
  }

  Visitor opens(URI address) {
    page.navigate(address.toString());
    return this;
  }

  Visitor types(String code) {
    Secrets.note("user_code", code);
    page.locator("#user_code").fill(code);
    page.locator("form[action='/device'] button[type=submit]").click();
    return this;
  }

  /** Presses the button of a decision: continue, approve, deny and so on. */
  Visitor decides(String decision) {
    page.locator("button[name=decision][value=" + decision + "]").click();
    return this;
  }

  Visitor signsIn(String username, String password) {
    Secrets.note("password", password);
    page.locator("#username").fill(username);
    page.locator("#password").fill(password);
    page.locator("form[action='/login'] button[type=submit]").click();
    return this;
  }
}

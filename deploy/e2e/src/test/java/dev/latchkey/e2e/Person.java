package dev.latchkey.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;

/** Somebody in front of a page, who finds things by what they are called. */
record Person(Page page) {

  Person opens(URI address) {
    page.navigate(address.toString());
    return this;
  }

  Person types(String code) {
    Secrets.note("user_code", code);
    page.getByLabel("Code").fill(code);
    return presses("Continue");
  }

  Person presses(String button) {
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true)).click();
    page.context().cookies().forEach(cookie -> Secrets.note("cookie", cookie.value));
    return this;
  }

  Person pressesTwice(String button) {
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true))
        .dblclick();
    return this;
  }

  Person signsIn(String username, String password) {
    Secrets.note("password", password);
    page.getByLabel("User name").fill(username);
    page.getByLabel("Password").fill(password);
    return presses("Sign in");
  }

  /** Waits for the page of that heading. */
  Person sees(String heading) {
    page.getByRole(
            AriaRole.HEADING, new GetByRoleOptions().setLevel(1).setName(heading).setExact(true))
        .waitFor();
    return this;
  }

  Person goesBack() {
    page.goBack();
    return this;
  }

  Locator heading() {
    return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1));
  }
}

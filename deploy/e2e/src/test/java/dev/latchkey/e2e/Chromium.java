package dev.latchkey.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The machine's own Chromium, driven by Playwright: the headless shell where there is one, which
 * takes less than half of the processor time of a browser with windows.
 */
final class Chromium implements AutoCloseable {

  private static final List<String> NAMES =
      List.of(
          "chromium-headless-shell",
          "chromium",
          "chromium-browser",
          "google-chrome",
          "google-chrome-stable");

  private final Playwright playwright =
      Playwright.create(
          new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser =
      playwright
          .chromium()
          .launch(
              new LaunchOptions()
                  .setExecutablePath(executable())
                  .setHeadless(true)
                  .setArgs(
                      List.of(
                          // CI runs as root, where Chromium has no sandbox.
                          "--no-sandbox",
                          "--disable-gpu",
                          "--disable-quic",
                          "--no-first-run",
                          "--disable-background-networking",
                          "--disable-component-update",
                          "--disable-sync")));

  /** A person with a browser of their own: no cookies yet. */
  Person person() {
    return new Person(page("en"));
  }

  /** The first page of a browser of its own that asks for that language. */
  Page page(String language) {
    return page(new NewContextOptions().setLocale(language));
  }

  /** The first page of a browser of its own. */
  Page page(NewContextOptions options) {
    var context = browser.newContext(options);
    context.onRequest(request -> Secrets.noteAll(Query.of(request)));
    return context.newPage();
  }

  /** Likewise, and the browser runs no scripts. */
  Person personWithoutScripts() {
    return new Person(page(new NewContextOptions().setJavaScriptEnabled(false)));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static Path executable() {
    var folders = List.of(System.getenv("PATH").split(":"));
    return NAMES.stream()
        .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () -> new AssertionError("no Chromium on this machine; `make test` installs one"));
  }
}

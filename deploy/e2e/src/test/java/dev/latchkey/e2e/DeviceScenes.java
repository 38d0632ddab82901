package dev.latchkey.e2e;

import java.util.Map;

/** The pages of my devices; see {@link Scenes}. */
final class DeviceScenes {

  private static final String USERNAME = "kim";
  private static final String PASSWORD = "counter-of-screens";

  private DeviceScenes() {}

  static void none(Visitor visitor, Tv tv) {
    visitor.opens("/devices").signsIn("ida", "never-linked-any");
  }

  static void list(Visitor visitor, Tv tv) {
    visitor.opens("/devices").signsIn(USERNAME, PASSWORD);
    if (visitor.page().locator(".devices").count() == 0) {
      link(tv);
      visitor.opens("/devices");
    }
  }

  static void device(Visitor visitor, Tv tv) {
    list(visitor, tv);
    visitor.page().locator(".devices a").first().click();
  }

  static void nameTooLong(Visitor visitor, Tv tv) {
    device(visitor, tv);
    var name = visitor.page().locator("#name");
    name.evaluate("field => field.removeAttribute('maxlength')");
    name.fill("x".repeat(65));
    visitor.page().locator("form[action$='/name'] button[type=submit]").click();
  }

  static void unlinkAll(Visitor visitor, Tv tv) {
    list(visitor, tv);
    visitor.opens("/devices/unlink-all");
  }

  static void disowned(Visitor visitor, Tv tv) {
    list(visitor, tv);
    visitor.opens("/devices/disowned");
  }

  static void gone(Visitor visitor, Tv tv) {
    list(visitor, tv);
    visitor.opens("/devices/00000000-0000-8000-8000-000000000000");
  }

  /** What the list says at its head, after something was done. */
  static void renamed(Visitor visitor, Tv tv) {
    device(visitor, tv);
    visitor.page().locator("form[action$='/name'] button[type=submit]").click();
  }

  private static void link(Tv tv) {
    var codes =
        tv.start(Tv.CLIENT, Tv.SCOPE, Map.of("device_name", "Living room", "device_model", "QE65"));
    Phone.of(USERNAME, PASSWORD).approve(codes.completePage());
    tv.poll(codes);
  }
}

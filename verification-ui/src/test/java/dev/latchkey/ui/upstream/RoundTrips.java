package dev.latchkey.ui.upstream;

import dev.latchkey.ui.Device;
import dev.latchkey.ui.Phone;
import io.restassured.response.Response;

/** One phone's ways to the provider and back. */
record RoundTrips(FakeProvider provider, Phone phone) {

  /** The page that the confirmed device leads to. */
  Response signInPage(Device device) {
    return phone.follow(phone.confirm(phone.open(device.completeUri()), "continue"));
  }

  /** What the page's link to the provider answers. */
  Response leave(Response page) {
    return phone.open(Phone.link(page, "/login/corp"));
  }

  /** Signs in from a browser that has forgotten everything; the answer to its coming back. */
  Response signInAway() {
    phone.forget();
    return phone.open(provider.signIn(phone.open("/login/corp").header("Location")));
  }
}

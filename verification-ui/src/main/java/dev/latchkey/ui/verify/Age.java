package dev.latchkey.ui.verify;

import java.time.Duration;

/** How long ago something was, in words. */
final class Age {

  private Age() {}

  static String of(Duration age) {
    var minutes = age.toMinutes();
    if (minutes < 1) {
      return "Less than a minute ago";
    }
    if (minutes < 60) {
      return minutes == 1 ? "1 minute ago" : minutes + " minutes ago";
    }
    var hours = age.toHours();
    return hours == 1 ? "1 hour ago" : hours + " hours ago";
  }
}

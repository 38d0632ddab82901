package dev.latchkey.local;

import java.time.Duration;

/** What to try once the system is up. */
final class NextSteps {

  private NextSteps() {}

  static String of(LocalOptions options, LocalSystem system, Duration took) {
    var url = system.url();
    var port = options.port() == LocalOptions.USUAL_PORT ? "" : " PORT=" + options.port();
    return """

        Latchkey is ready at %s after %s.

          Watch a TV sign in       make demo%s            (in another terminal)
          The same, unattended     make demo APPROVE=1%s
          Enter a code yourself    %s/device
          A TV in the browser      %s/playground
          Demo account             alice, password wonderland
          Ask for a code by hand   curl -d client_id=living-room-tv -d 'scope=openid offline_access watch' %s/oauth/device/code
          Logs                     %s

        Ctrl-C stops everything."""
        .formatted(url, Console.seconds(took), port, port, url, url, url, system.logs());
  }
}

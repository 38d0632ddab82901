package dev.latchkey.local.demo;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;

/**
 * What the command line of the demo says.
 *
 * @param base the public origin of the server
 * @param client a public client with the device grant
 * @param approve whether to play the person too
 * @param terminal whether lines can be rewritten and coloured
 */
record DemoOptions(
    URI base,
    String client,
    String scope,
    String username,
    String password,
    boolean approve,
    boolean terminal) {

  static final String USAGE =
      "options: --port N | --base URL, --client ID, --scope 'A B', --user NAME, --password WORD,"
          + " --approve";

  static DemoOptions parse(String[] args) {
    var base = URI.create("http://localhost:8080");
    var client = "living-room-tv";
    var scope = "";
    var username = "alice";
    var password = "wonderland";
    var approve = false;
    var terminal = false;
    var rest = new ArrayDeque<>(List.of(args));
    while (!rest.isEmpty()) {
      var option = rest.pop();
      switch (option) {
        case "--approve" -> approve = true;
        case "--terminal" -> terminal = true;
        case "--port" -> base = uri("http://localhost:" + value(option, rest));
        case "--base" -> base = uri(value(option, rest));
        case "--client" -> client = value(option, rest);
        case "--scope" -> scope = value(option, rest);
        case "--user" -> username = value(option, rest);
        case "--password" -> password = value(option, rest);
        default -> throw new DemoFailure("unknown option " + option + "; " + USAGE);
      }
    }
    if (scope.isEmpty()) {
      scope =
          client.equals("hasty-tv") ? "openid watch" : "openid profile email offline_access watch";
    }
    return new DemoOptions(base, client, scope, username, password, approve, terminal);
  }

  @Override
  public String toString() {
    return "DemoOptions[" + base + ", " + client + "]";
  }

  private static String value(String option, ArrayDeque<String> rest) {
    if (rest.isEmpty()) {
      throw new DemoFailure(option + " needs a value; " + USAGE);
    }
    return rest.pop();
  }

  private static URI uri(String text) {
    try {
      var uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      if (uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw new DemoFailure("not an address: " + text, e);
    }
    throw new DemoFailure("not an address: " + text);
  }
}

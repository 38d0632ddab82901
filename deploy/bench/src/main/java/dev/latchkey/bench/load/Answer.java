package dev.latchkey.bench.load;

import java.util.Optional;

/** An HTTP answer. The bodies are our own servers', so a member's value needs no JSON parser. */
record Answer(int status, String body) {

  /** What it counts as: the status, and the OAuth error if there is one. */
  String kind() {
    return member("error").map(error -> status + " " + error).orElseGet(() -> "" + status);
  }

  /** The value of a string member that holds no escapes, as no code, token or error does. */
  Optional<String> member(String name) {
    var start = body.indexOf("\"" + name + "\":\"");
    if (start < 0) {
      return Optional.empty();
    }
    var from = start + name.length() + 4;
    return Optional.of(body.substring(from, body.indexOf('"', from)));
  }
}

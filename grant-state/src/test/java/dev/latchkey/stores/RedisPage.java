package dev.latchkey.stores;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What {@code docs/redis.md} tells operators to write down, word for word. */
public final class RedisPage {

  private static final String PLACE = ">PASSWORD";
  private static final Pattern USER = Pattern.compile("(?m)^user latchkey on >PASSWORD .*$");
  private static final String SETTINGS = "```properties\n";

  private RedisPage() {}

  /** The services' user, as options of a server's command line. */
  public static List<String> userOfServers(String password) {
    return List.of(("--" + user(0, password)).split(" "));
  }

  /** The services' user at a Sentinel, as a line of its configuration. */
  public static String userOfSentinels(String password) {
    return user(1, password);
  }

  /** The settings below that heading. */
  public static Map<String, String> settings(String heading) {
    var text = text();
    var from = text.indexOf(SETTINGS, text.indexOf("\n### " + heading + "\n")) + SETTINGS.length();
    var block = new Properties();
    try {
      block.load(new StringReader(text.substring(from, text.indexOf("```", from))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var settings = new HashMap<String, String>();
    block.forEach((name, value) -> settings.put(String.valueOf(name), String.valueOf(value)));
    return settings;
  }

  private static String user(int which, String password) {
    return USER.matcher(text())
        .results()
        .map(MatchResult::group)
        .toList()
        .get(which)
        .replace(PLACE, ">" + password);
  }

  private static String text() {
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      var page = folder.resolve("docs/redis.md");
      if (Files.exists(page)) {
        try {
          return Files.readString(page);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    throw new IllegalStateException("no docs/redis.md above " + Path.of("").toAbsolutePath());
  }
}

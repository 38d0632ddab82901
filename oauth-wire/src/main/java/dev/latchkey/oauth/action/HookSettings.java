package dev.latchkey.oauth.action;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** The settings of one hook, checked at start. */
record HookSettings(
    Trigger trigger,
    URI url,
    List<byte[]> secrets,
    Duration timeout,
    OnFailure onFailure,
    int parallel,
    Duration pause) {

  private static final Duration LONGEST = Duration.ofSeconds(2);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
  private static final String SECRET_PREFIX = "whsec_";
  private static final int LEAST_SECRET = 24;
  private static final int MOST_SECRET = 64;

  HookSettings {
    secrets = List.copyOf(secrets);
  }

  /** Fails with the name of the setting that is wrong, and never with a secret. */
  static HookSettings of(Trigger trigger, ActionConfig.Hook hook) {
    var name = "latchkey.actions." + trigger.word();
    check(isAddress(hook.url()), name + ".url is no http or https address without a fragment");
    check(
        hook.timeout().toMillis() > 0 && hook.timeout().compareTo(LONGEST) <= 0,
        name + ".timeout is above 0 s and at most " + LONGEST.toSeconds() + " s");
    check(hook.parallel() > 0, name + ".parallel is 1 at least");
    check(
        hook.pause().compareTo(SHORTEST_PAUSE) >= 0,
        name + ".pause is " + SHORTEST_PAUSE.toMillis() + " ms at least");
    var secrets = hook.secret().stream().map(secret -> secret(name, secret)).toList();
    check(secrets.size() == 1 || secrets.size() == 2, name + ".secret is one, or two");
    return new HookSettings(
        trigger,
        hook.url(),
        secrets,
        hook.timeout(),
        hook.onFailure(),
        hook.parallel(),
        hook.pause());
  }

  private static boolean isAddress(URI url) {
    var scheme = String.valueOf(url.getScheme());
    return (scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http"))
        && url.getHost() != null
        && url.getUserInfo() == null
        && url.getFragment() == null;
  }

  private static byte[] secret(String name, String text) {
    var bytes = decoded(text);
    check(
        bytes.length >= LEAST_SECRET && bytes.length <= MOST_SECRET,
        name + ".secret is whsec_ and 24 to 64 bytes in base64");
    return bytes;
  }

  /** Nothing, if it is none. */
  private static byte[] decoded(String text) {
    if (!text.startsWith(SECRET_PREFIX)) {
      return new byte[0];
    }
    try {
      return Base64.getDecoder().decode(text.substring(SECRET_PREFIX.length()));
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  @Override
  public String toString() {
    return "HookSettings[" + trigger.word() + " " + url.getHost() + "]";
  }
}

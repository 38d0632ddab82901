package dev.latchkey.oauth.action;

import dev.latchkey.oauth.webhook.WebhookSecret;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** The settings of one hook, checked at start. */
record HookSettings(
    Trigger trigger,
    URI url,
    List<WebhookSecret> secrets,
    Duration timeout,
    OnFailure onFailure,
    int parallel,
    Duration pause) {

  private static final Duration LONGEST = Duration.ofSeconds(2);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);

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

  private static WebhookSecret secret(String name, String text) {
    check(WebhookSecret.isOne(text), name + ".secret is whsec_ and 24 to 64 bytes in base64");
    return new WebhookSecret(text);
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

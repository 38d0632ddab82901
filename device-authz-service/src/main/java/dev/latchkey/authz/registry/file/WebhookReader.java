package dev.latchkey.authz.registry.file;

import dev.latchkey.authz.registry.Webhook;
import dev.latchkey.authz.registry.file.RegistryFile.DeclaredSecret;
import dev.latchkey.authz.registry.file.RegistryFile.DeclaredWebhook;
import dev.latchkey.oauth.webhook.WebhookSecret;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the webhooks of the file. */
final class WebhookReader {

  /** Each has requests of its own under way, and a row for each event. */
  static final int MOST_EVENTS = 50;

  static final int LONGEST_URL = 2_000;

  /** It stands in addresses. */
  static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

  /** Of an event, or of all that begin so. */
  static final Pattern EVENTS = Pattern.compile("[a-z][a-z0-9_]*(?:\\.[a-z0-9_]+)*(?:\\.\\*)?");

  private static final String AT = "webhooks";

  /** Events about webhooks are sent to none: each failure would be one more to send. */
  private static final Pattern NEVER_SENT = Pattern.compile("webhook(?:\\..*)?");

  /** In place of one that cannot be read: no rule has anything against it. */
  private static final URI UNREAD = URI.create("https://invalid.example");

  private final FieldRules fields;
  private final SecretSource secrets;
  private final AddressReader addresses;

  WebhookReader(FieldRules fields, SecretSource secrets) {
    this.fields = fields;
    this.secrets = secrets;
    this.addresses = new AddressReader(fields, secrets.plainAllowed());
  }

  List<Webhook> read(@Nullable List<DeclaredWebhook> declared) {
    var webhooks = new ArrayList<Webhook>();
    var names = new HashSet<String>();
    var entries = declared == null ? List.<DeclaredWebhook>of() : declared;
    fields.noting(
        () -> fields.check(entries.size() <= Webhook.MOST, AT, "are more than " + Webhook.MOST));
    for (var i = 0; i < entries.size(); i++) {
      var at = YamlText.child(AT, i);
      var entry = entries.get(i);
      fields.noting(
          () -> {
            var webhook = webhook(at, fields.present(at, entry));
            webhooks.add(webhook);
            fields.check(names.add(webhook.name()), at + ".name", "is declared twice");
          });
    }
    return webhooks;
  }

  private Webhook webhook(String at, DeclaredWebhook entry) {
    var name = name(at + ".name", entry.name());
    var secret =
        fields.noting(
            new WebhookSecret(""),
            () -> secret(at + ".secret", fields.present(at + ".secret", entry.secret())));
    return new Webhook(
        name,
        fields.noting(UNREAD, () -> url(at + ".url", entry.url())),
        events(at + ".events", entry.events()),
        !Boolean.FALSE.equals(entry.enabled()),
        secret,
        fields.noting(
            Optional.empty(),
            () ->
                Optional.ofNullable(entry.oldSecret())
                    .map(old -> secret(at + ".old_secret", old))));
  }

  private String name(String field, @Nullable String written) {
    var name = fields.text(field, written);
    fields.check(
        NAME.matcher(name).matches(),
        field,
        "has other characters than a-z, 0-9 and - within, or more than 63");
    return name;
  }

  private URI url(String field, @Nullable String written) {
    var url = fields.text(field, written);
    fields.check(
        url.length() <= LONGEST_URL && url.chars().allMatch(c -> c < 0x7F),
        field,
        "is longer than %d characters, or has some that no address has".formatted(LONGEST_URL));
    return addresses.read(field, url);
  }

  private Set<String> events(String field, @Nullable List<String> declared) {
    var events = fields.noting(Set.<String>of(), () -> fields.set(field, declared));
    fields.noting(
        () -> {
          fields.check(declared == null || !declared.isEmpty(), field, "names none; leave it out");
          fields.check(events.size() <= MOST_EVENTS, field, "names more than " + MOST_EVENTS);
        });
    var i = 0;
    for (var event : events) {
      var entry = YamlText.child(field, i++);
      fields.noting(
          () -> {
            fields.check(
                EVENTS.matcher(event).matches(),
                entry,
                "is no kind of event such as grant.approved or grant.*");
            fields.check(
                !NEVER_SENT.matcher(event).matches(),
                entry,
                "is about webhooks, which are told nothing of themselves");
          });
    }
    return events;
  }

  private WebhookSecret secret(String field, DeclaredSecret declared) {
    try {
      var secret = secrets.read(declared);
      fields.check(
          !secrets.isOpened(declared) || WebhookSecret.isOne(secret),
          field,
          "is not whsec_ and the base64 of 24 to 64 bytes");
      return new WebhookSecret(secret);
    } catch (IllegalArgumentException e) {
      throw fields.invalid(field, String.valueOf(e.getMessage()));
    }
  }
}

package dev.latchkey.authz.registry.check;

import dev.latchkey.authz.registry.Webhook;
import java.util.LinkedHashMap;
import java.util.Map;

/** A webhook as the fields of the file. */
final class WebhookFields {

  private WebhookFields() {}

  static Map<String, FieldValue> of(Webhook webhook) {
    var fields = new LinkedHashMap<String, FieldValue>();
    fields.put("url", FieldValue.text(webhook.url()));
    fields.put("secret", new FieldValue.Unshown(webhook.secret()));
    fields.put("old_secret", new FieldValue.Unshown(webhook.oldSecret()));
    fields.put("events", FieldValue.many(webhook.events()));
    fields.put("enabled", FieldValue.text(webhook.enabled()));
    return fields;
  }
}

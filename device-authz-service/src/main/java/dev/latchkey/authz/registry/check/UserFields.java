package dev.latchkey.authz.registry.check;

import dev.latchkey.oauth.registry.WrittenUser;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A local account as the fields of the file. */
final class UserFields {

  private UserFields() {}

  static Map<String, FieldValue> of(WrittenUser user) {
    var fields = new LinkedHashMap<String, FieldValue>();
    var username = String.valueOf(user.username());
    fields.put("username", FieldValue.text(username));
    fields.put("password", new FieldValue.Unshown(String.valueOf(user.password())));
    fields.put("name", FieldValue.text(Objects.requireNonNullElse(user.name(), username)));
    fields.put("email", FieldValue.optional(Optional.ofNullable(user.email())));
    fields.put("email_verified", FieldValue.text(Boolean.TRUE.equals(user.emailVerified())));
    return fields;
  }
}

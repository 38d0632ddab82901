package dev.latchkey.token.device.admin;

import dev.latchkey.grant.ClientId;
import dev.latchkey.oauth.admin.SentValue;
import dev.latchkey.token.device.DeviceFilter;
import dev.latchkey.token.device.TimeRange;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What devices are searched by, under the same names in a query and in a body. */
final class Criteria {

  static final String CLIENT = "client_id";
  static final String SUBJECT = "subject";
  static final String SERIAL = "serial";
  static final String ENROLMENT = "enrolment";
  static final String LINKED_AFTER = "linked_after";
  static final String LINKED_BEFORE = "linked_before";
  static final String LAST_SEEN_AFTER = "last_seen_after";
  static final String LAST_SEEN_BEFORE = "last_seen_before";

  static final Set<String> NAMES =
      Set.of(
          CLIENT,
          SUBJECT,
          SERIAL,
          ENROLMENT,
          LINKED_AFTER,
          LINKED_BEFORE,
          LAST_SEEN_AFTER,
          LAST_SEEN_BEFORE);

  private Criteria() {}

  /** Fails with {@link dev.latchkey.oauth.admin.ProblemException} if one cannot be read. */
  static DeviceFilter read(Function<String, Optional<SentValue>> sent) {
    return new DeviceFilter(
        sent.apply(CLIENT).map(SentValue::value).map(ClientId::new),
        sent.apply(SUBJECT).map(SentValue::uuid),
        sent.apply(SERIAL).map(SentValue::value),
        sent.apply(ENROLMENT).map(SentValue::uuid),
        range(sent.apply(LINKED_AFTER), sent.apply(LINKED_BEFORE)),
        range(sent.apply(LAST_SEEN_AFTER), sent.apply(LAST_SEEN_BEFORE)),
        Optional.empty());
  }

  private static TimeRange range(Optional<SentValue> after, Optional<SentValue> before) {
    return new TimeRange(after.map(SentValue::time), before.map(SentValue::time));
  }
}

package dev.latchkey.oauth.trace;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;

/**
 * All that a span may say; listed in {@code docs/traces.md}. Where OpenTelemetry has a name for it,
 * that is used.
 */
final class Attribute {

  static final AttributeKey<String> METHOD = stringKey("http.request.method");

  /** The template of a path, never the path. */
  static final AttributeKey<String> ROUTE = stringKey("http.route");

  static final AttributeKey<Long> STATUS = longKey("http.response.status_code");

  static final AttributeKey<String> SERVER = stringKey("server.address");

  static final AttributeKey<String> DATABASE = stringKey("db.system.name");

  static final AttributeKey<String> OPERATION = stringKey("db.operation.name");

  /** With places for its values. */
  static final AttributeKey<String> STATEMENT = stringKey("db.query.text");

  /** The class of a failure; its message can hold what was sent. */
  static final AttributeKey<String> ERROR = stringKey("error.type");

  /** What a form asks for, see {@link RequestKind}. */
  static final AttributeKey<String> KIND = stringKey("latchkey.request");

  /** The hash that a grant is known by, as in audit events. */
  static final AttributeKey<String> GRANT = stringKey("latchkey.grant");

  private Attribute() {}
}

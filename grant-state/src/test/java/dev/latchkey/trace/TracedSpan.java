package dev.latchkey.trace;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A span as it was sent (opentelemetry/proto/trace/v1/trace.proto).
 *
 * @param parent empty if it has none
 * @param attributes numbers in decimal
 */
public record TracedSpan(
    String service,
    String trace,
    String id,
    String parent,
    String name,
    Map<String, String> attributes,
    boolean failed) {

  private static final int ERROR = 2;

  /** All spans of one request of an exporter. */
  static Stream<TracedSpan> all(byte[] body) {
    return ProtoMessage.parse(body).messages(1).stream()
        .flatMap(
            resource -> {
              var service =
                  attributes(resource.messages(1).getFirst(), 1)
                      .getOrDefault("service.name", "unknown");
              return resource.messages(2).stream()
                  .flatMap(scope -> scope.messages(2).stream())
                  .map(span -> of(service, span));
            });
  }

  private static TracedSpan of(String service, ProtoMessage span) {
    var failed = span.messages(15).stream().anyMatch(status -> status.number(3) == ERROR);
    return new TracedSpan(
        service,
        hex(span.bytes(1)),
        hex(span.bytes(2)),
        hex(span.bytes(4)),
        span.text(5),
        attributes(span, 9),
        failed);
  }

  private static Map<String, String> attributes(ProtoMessage message, int number) {
    var attributes = new HashMap<String, String>();
    for (var pair : message.messages(number)) {
      var value = pair.messages(2).getFirst();
      attributes.put(pair.text(1), value.has(3) ? Long.toString(value.number(3)) : value.text(1));
    }
    return attributes;
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  public String attribute(String key) {
    return attributes.getOrDefault(key, "");
  }
}

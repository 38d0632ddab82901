package dev.latchkey.oauth.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/** Sends spans away, in the background; those that cannot be sent are lost. */
final class Exports {

  private static final Duration DELAY = Duration.ofSeconds(1);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final String PATH = "/v1/traces";
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private Exports() {}

  /** Spans of that service, to that endpoint. */
  static SdkTracerProvider to(URI endpoint, String service, TraceConfig config) {
    var exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(address(endpoint))
            .setCompression("gzip")
            .setTimeout(TIMEOUT)
            .setConnectTimeout(CONNECT_TIMEOUT);
    config
        .headers()
        .ifPresent(
            text -> Pairs.parse("latchkey.traces.headers", text).forEach(exporter::addHeader));
    return provider(new ToldExporter(exporter.build()), service, config);
  }

  private static SdkTracerProvider provider(
      SpanExporter exporter, String service, TraceConfig config) {
    return SdkTracerProvider.builder()
        .setResource(Resource.getDefault().merge(Resource.create(about(service, config))))
        .setSampler(new Sampling(config))
        .addSpanProcessor(processor(exporter))
        .build();
  }

  /** What its queue has no room for is lost. */
  private static SpanProcessor processor(SpanExporter exporter) {
    return BatchSpanProcessor.builder(exporter)
        .setScheduleDelay(DELAY)
        .setExporterTimeout(TIMEOUT)
        .build();
  }

  private static Attributes about(String service, TraceConfig config) {
    var attributes = Attributes.builder();
    config.attributes().ifPresent(text -> put(attributes, text));
    return attributes.put("service.namespace", "latchkey").put("service.name", service).build();
  }

  private static void put(AttributesBuilder attributes, String text) {
    Pairs.parse("latchkey.traces.attributes", text).forEach(attributes::put);
  }

  /** The base of a collector, or what is set for traces alone, which has the path. */
  static String address(URI endpoint) {
    if (endpoint.getHost() == null || !SCHEMES.contains(endpoint.getScheme())) {
      throw new IllegalArgumentException("latchkey.traces.endpoint is an http or https URL");
    }
    var base = endpoint.toString().replaceFirst("/+$", "");
    return base.endsWith(PATH) ? base : base + PATH;
  }
}

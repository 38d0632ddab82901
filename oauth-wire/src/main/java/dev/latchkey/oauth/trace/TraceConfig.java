package dev.latchkey.oauth.trace;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** Whether requests are traced, how many, and where their spans go. The same in all services. */
@ConfigMapping(prefix = "latchkey.traces")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface TraceConfig {

  /**
   * Where spans are sent, by OTLP over HTTP with protobuf: the collector's base, for example {@code
   * http://otel-collector:4318}; {@code /v1/traces} is added. Without it nothing is traced, and
   * nothing is loaded or started for it. If it is away, spans are lost and nothing else happens.
   * What {@code OTEL_EXPORTER_OTLP_ENDPOINT} says, if that is set in the environment.
   */
  Optional<URI> endpoint();

  /**
   * What else is sent along, as {@code name=value} with commas between them and values encoded as
   * in URLs: who sends spans to a service in the cloud has a key for it. A secret, if there is one
   * in it. What {@code OTEL_EXPORTER_OTLP_HEADERS} says, if that is set in the environment.
   */
  Optional<String> headers();

  /**
   * What is said of this pod with its spans, in the same form, for example {@code
   * k8s.pod.name=token-7f9}. The service's name is said anyway. What {@code
   * OTEL_RESOURCE_ATTRIBUTES} says, if that is set in the environment.
   */
  Optional<String> attributes();

  /**
   * The share of requests that are traced, from 0 to 1, of those that come without a {@code
   * traceparent}; with one, whoever sent it decides. Polls have a share of their own.
   */
  @WithDefault("1")
  double ratio();

  /**
   * The share of polls that are traced. There are thousands of them for each request of another
   * kind, and each is like the others.
   */
  @WithDefault("0.01")
  double pollRatio();

  /**
   * How many requests of one pod are traced in a second, whoever decides about them: anybody may
   * send a {@code traceparent}, and nobody can make a pod trace more than this.
   */
  @WithDefault("100")
  int perSecond();
}

package dev.latchkey.oauth.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Which requests are traced: what whoever called us has decided, or else a share of them; but no
 * more in a second than somebody has allowed. What is done for a request goes by the request.
 */
final class Sampling implements Sampler {

  private static final long SECOND_NANOS = 1_000_000_000;

  private final Sampler requests;
  private final Sampler polls;
  private final int perSecond;
  private final LongSupplier nanos;

  private long second;
  private int taken;

  Sampling(TraceConfig config) {
    this(config.ratio(), config.pollRatio(), config.perSecond(), System::nanoTime);
  }

  /** With a clock. */
  Sampling(double ratio, double pollRatio, int perSecond, LongSupplier nanos) {
    this.requests = Sampler.parentBased(Sampler.traceIdRatioBased(ratio));
    this.polls = Sampler.parentBased(Sampler.traceIdRatioBased(pollRatio));
    this.perSecond = perSecond;
    this.nanos = nanos;
    this.second = nanos.getAsLong();
  }

  @Override
  public SamplingResult shouldSample(
      Context parent,
      String traceId,
      String name,
      SpanKind kind,
      Attributes attributes,
      List<LinkData> links) {
    var isPoll = RequestKind.POLL.equals(attributes.get(Attribute.KIND));
    var wanted =
        (isPoll ? polls : requests).shouldSample(parent, traceId, name, kind, attributes, links);
    return wanted.getDecision() == SamplingDecision.DROP || isWithin(parent) || take()
        ? wanted
        : SamplingResult.drop();
  }

  /** Not of another process: something that is done for a request that is traced. */
  private static boolean isWithin(Context parent) {
    var caller = Span.fromContext(parent).getSpanContext();
    return caller.isValid() && !caller.isRemote();
  }

  private synchronized boolean take() {
    var now = nanos.getAsLong();
    if (now - second >= SECOND_NANOS) {
      second = now;
      taken = 0;
    }
    return taken++ < perSecond;
  }

  @Override
  public String getDescription() {
    return "latchkey";
  }
}

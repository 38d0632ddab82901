package dev.latchkey.oauth.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplingTest {

  private static final long SECOND = 1_000_000_000;

  private static final Attributes POLL = Attributes.of(Attribute.KIND, RequestKind.POLL);
  private static final Attributes REFRESH = Attributes.of(Attribute.KIND, RequestKind.REFRESH);

  private final AtomicLong clock = new AtomicLong();

  @Test
  void pollsHaveAShareOfTheirOwn() {
    // Given
    var sampling = new Sampling(1, 0, 1_000, clock::get);

    // When
    var poll = asks(sampling, Context.root(), POLL);
    var refresh = asks(sampling, Context.root(), REFRESH);
    var page = asks(sampling, Context.root(), Attributes.empty());

    // Then
    assertThat(poll).isFalse();
    assertThat(refresh).isTrue();
    assertThat(page).isTrue();
  }

  @Test
  void aShareIsAShare() {
    // Given
    var sampling = new Sampling(1, 0.25, 100_000, clock::get);

    // When
    var traced =
        IntStream.range(0, 10_000).filter(poll -> asks(sampling, Context.root(), POLL)).count();

    // Then
    assertThat(traced).isBetween(2_000L, 3_000L);
  }

  @Test
  void whoeverCallsDecides() {
    // Given
    var never = new Sampling(0, 0, 1_000, clock::get);
    var always = new Sampling(1, 1, 1_000, clock::get);

    // When
    var wanted = asks(never, calledBy(TraceFlags.getSampled()), POLL);
    var unwanted = asks(always, calledBy(TraceFlags.getDefault()), POLL);

    // Then
    assertThat(wanted).isTrue();
    assertThat(unwanted).isFalse();
  }

  @Test
  void nobodyHasMoreTracedInASecondThanIsAllowed() {
    // Given
    var sampling = new Sampling(0, 0, 3, clock::get);
    var caller = calledBy(TraceFlags.getSampled());

    // When
    var first = IntStream.range(0, 10).filter(one -> asks(sampling, caller, POLL)).count();
    clock.addAndGet(SECOND);
    var next = IntStream.range(0, 10).filter(one -> asks(sampling, caller, REFRESH)).count();

    // Then
    assertThat(first).isEqualTo(3);
    assertThat(next).isEqualTo(3);
  }

  @Test
  void whatIsDoneForARequestIsTracedWithIt() {
    // Given
    var sampling = new Sampling(1, 1, 1, clock::get);
    var request = Context.root().with(Span.wrap(span(TraceFlags.getSampled(), false)));
    asks(sampling, Context.root(), REFRESH);

    // When
    var calls =
        IntStream.range(0, 10).filter(one -> asks(sampling, request, Attributes.empty())).count();

    // Then
    assertThat(calls).isEqualTo(10);
  }

  private static boolean asks(Sampling sampling, Context parent, Attributes attributes) {
    var trace = IdGenerator.random().generateTraceId();
    return sampling
        .shouldSample(parent, trace, "a span", SpanKind.SERVER, attributes, List.of())
        .getDecision()
        .equals(SamplingDecision.RECORD_AND_SAMPLE);
  }

  private static Context calledBy(TraceFlags flags) {
    return Context.root().with(Span.wrap(span(flags, true)));
  }

  private static SpanContext span(TraceFlags flags, boolean remote) {
    var ids = IdGenerator.random();
    var trace = ids.generateTraceId();
    return remote
        ? SpanContext.createFromRemoteParent(
            trace, ids.generateSpanId(), flags, TraceState.getDefault())
        : SpanContext.create(trace, ids.generateSpanId(), flags, TraceState.getDefault());
  }
}

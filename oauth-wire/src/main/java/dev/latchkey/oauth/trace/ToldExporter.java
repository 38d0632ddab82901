package dev.latchkey.oauth.trace;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.quarkus.logging.Log;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Says in a line when spans begin to be lost, and when they arrive again. The exporter itself,
 * whose log is off, would print a trace of each attempt.
 */
final class ToldExporter implements SpanExporter {

  private final SpanExporter exporter;
  private final AtomicBoolean losing = new AtomicBoolean();

  ToldExporter(SpanExporter exporter) {
    this.exporter = exporter;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    var result = exporter.export(spans);
    return result.whenComplete(() -> tell(result));
  }

  private void tell(CompletableResultCode result) {
    if (!result.isSuccess() && !losing.getAndSet(true)) {
      Log.warnf("spans are lost: %s", result.getFailureThrowable());
    } else if (result.isSuccess() && losing.getAndSet(false)) {
      Log.info("spans arrive again");
    }
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }
}

package dev.latchkey.ui.upstream;

import dev.latchkey.ui.account.UpstreamFailure;
import org.jspecify.annotations.Nullable;

/** A provider does not answer, or not as itself. */
final class ProviderException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final UpstreamFailure reason;

  ProviderException(UpstreamFailure reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  UpstreamFailure reason() {
    return reason;
  }
}

package dev.latchkey.fleet.wire;

import dev.latchkey.fleet.device.Silence;
import io.netty.channel.ConnectTimeoutException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.stream.Stream;

/** Why there is no connection, as far as its failure tells. */
final class Connecting {

  private Connecting() {}

  static Silence reason(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .map(Connecting::kind)
        .filter(kind -> kind != Silence.UNREACHABLE)
        .findFirst()
        .orElse(Silence.UNREACHABLE);
  }

  private static Silence kind(Throwable cause) {
    return switch (cause) {
      case ConnectTimeoutException timeout -> Silence.CONNECT_TIMEOUT;
      case ConnectException refused when isRefusal(refused) -> Silence.REFUSED;
      case UnknownHostException unknown -> Silence.UNKNOWN_HOST;
      case CertificateException untrusted -> Silence.UNTRUSTED;
      default -> Silence.UNREACHABLE;
    };
  }

  /** An unreachable network is a ConnectException, too. */
  private static boolean isRefusal(ConnectException failure) {
    return String.valueOf(failure.getMessage()).contains("refused");
  }
}

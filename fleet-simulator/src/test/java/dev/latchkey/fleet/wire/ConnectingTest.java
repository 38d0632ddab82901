package dev.latchkey.fleet.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.latchkey.fleet.device.Silence;
import io.netty.channel.ConnectTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectingTest {

  static Stream<Arguments> failures() {
    return Stream.of(
        arguments(new ConnectException("Connection refused: h/1.2.3.4:1"), Silence.REFUSED),
        arguments(new ConnectException("Network is unreachable"), Silence.UNREACHABLE),
        arguments(new ConnectTimeoutException("connection timed out"), Silence.CONNECT_TIMEOUT),
        arguments(new UnknownHostException("h"), Silence.UNKNOWN_HOST),
        arguments(
            new SSLHandshakeException("failed", new CertificateException("self-signed")),
            Silence.UNTRUSTED),
        arguments(new SSLHandshakeException("no protocol in common"), Silence.UNREACHABLE),
        arguments(new IOException("something"), Silence.UNREACHABLE));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void itsFailureTellsWhyThereIsNoConnection(Throwable failure, Silence expected) {
    // When
    var reason = Connecting.reason(failure);

    // Then
    assertThat(reason).isEqualTo(expected);
  }
}

package dev.latchkey.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void everyPortIsCountedFromTheGateways() {
    // Given
    var ports = new Ports(9080);

    // When
    var claims = ports.claims().stream().map(PortClaim::port).sorted().toList();

    // Then
    assertThat(claims).containsExactly(9080, 9081, 9082, 9083, 9091, 9092, 9093, 9100, 9101);
    assertThat(ports.management(Part.TOKEN)).isEqualTo(9092);
  }

  @Test
  void aTakenPortIsNamedWithItsPartAndItsHolder() throws IOException {
    // Given
    try (var holder = new ServerSocket()) {
      holder.bind(new InetSocketAddress(Loopback.V4, 0));
      var claim = new PortClaim(holder.getLocalPort(), "token-service");

      // When
      var obstacle = claim.obstacle();

      // Then
      assertThat(claim.isTaken()).isTrue();
      assertThat(obstacle)
          .contains("Port " + holder.getLocalPort(), "needed for token-service")
          .contains("process " + ProcessHandle.current().pid(), "java");
    }
  }

  @Test
  void aPortTakenOnAllAddressesIsTakenOnLoopback() throws IOException {
    // Given
    try (var holder = new ServerSocket(0)) {
      // When
      var taken = new PortClaim(holder.getLocalPort(), "gateway").isTaken();

      // Then
      assertThat(taken).isTrue();
    }
  }

  @Test
  void aPortThatLeavesNoRoomForTheOthersIsRefused() {
    // When / Then
    assertThatThrownBy(() -> new Ports(65_530)).hasMessageContaining("PORT must be between 1 and");
  }
}

package dev.latchkey.fleet.run;

import static java.util.Objects.requireNonNull;

import dev.latchkey.fleet.statistics.Kind;
import dev.latchkey.fleet.wire.Form;
import dev.latchkey.fleet.wire.Forms;
import dev.latchkey.fleet.wire.Loss;
import dev.latchkey.fleet.wire.ProofKey;
import dev.latchkey.fleet.wire.Request;
import dev.latchkey.fleet.wire.Request.Endpoint;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Turns errands into requests, with what is wrong with the device and its network. */
final class Requests {

  private final Forms forms;
  private final boolean proofKeys;

  Requests(Forms forms, boolean proofKeys) {
    this.forms = forms;
    this.proofKeys = proofKeys;
  }

  Request of(Errand errand) {
    var quirks = errand.place().quirks();
    return new Request(
        errand.kind() == Kind.START ? Endpoint.DEVICE : Endpoint.TOKEN,
        form(errand),
        errand.mayBeHeld() ? quirks.hold() : Duration.ZERO,
        errand.place().address(),
        loss(quirks.lostShare(), errand.place().random()),
        quirks.bytesPerSecond());
  }

  /** Half of the lost answers are lost before the server can begin, half after it is done. */
  private static Loss loss(double share, RandomGenerator random) {
    var lot = share > 0 ? random.nextDouble() : 1;
    return lot < share / 2 ? Loss.SENT : lot < share ? Loss.ANSWERED : Loss.NONE;
  }

  private Form form(Errand errand) {
    var place = errand.place();
    return switch (errand.kind()) {
      case START -> {
        place.use(proofKeys ? Optional.of(ProofKey.draw(place.random())) : Optional.empty());
        yield forms.start(place.proofKey());
      }
      case POLL -> forms.poll(requireNonNull(errand.device().deviceCode()), place.proofKey());
      case REFRESH ->
          forms.refresh(
              errand.refreshToken() == null
                  ? requireNonNull(errand.device().refreshToken())
                  : errand.refreshToken());
      case HELD, PAGE, DECISION, HANDOVER ->
          throw new IllegalArgumentException("no request of a device: " + errand.kind());
    };
  }
}

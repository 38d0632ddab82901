package dev.latchkey.ui.qr;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Where nobody counts, everybody gets one. */
@DefaultBean
@ApplicationScoped
class NoQrLimit implements QrLimit {

  @Override
  public Uni<Optional<Duration>> count(String address) {
    return Uni.createFrom().item(Optional.empty());
  }
}

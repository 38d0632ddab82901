package dev.latchkey.local;

import java.util.ArrayList;
import java.util.List;

/**
 * The ports of one local system, counted from the gateway's (DESIGN section 1).
 *
 * @param base what {@code PORT=} says
 */
public record Ports(int base) {

  private static final int HIGHEST = 65_535 - Part.POSTGRES.offset();

  public Ports {
    if (base < 1 || base > HIGHEST) {
      throw new IllegalArgumentException(
          "PORT must be between 1 and %d, not %d".formatted(HIGHEST, base));
    }
  }

  public int of(Part part) {
    return base + part.offset();
  }

  /** The management interface of a service. */
  public int management(Part service) {
    if (!service.isService()) {
      throw new IllegalArgumentException(service.title() + " has no management interface");
    }
    return of(service) + Part.TO_MANAGEMENT;
  }

  /** Every port that will be listened on, and what for. */
  List<PortClaim> claims() {
    var claims = new ArrayList<PortClaim>();
    for (var part : Part.values()) {
      claims.add(new PortClaim(of(part), part.title()));
      if (part.isService()) {
        claims.add(new PortClaim(management(part), part.title() + " (management)"));
      }
    }
    return List.copyOf(claims);
  }

  /** One sentence for each port that somebody else listens on; empty if we may start. */
  List<String> obstacles() {
    return claims().stream().filter(PortClaim::isTaken).map(PortClaim::obstacle).toList();
  }
}

package dev.latchkey.ui.verify;

import dev.latchkey.grant.ClaimedDevice;
import dev.latchkey.grant.GrantView;
import dev.latchkey.grant.UserCodeFormat;
import dev.latchkey.oauth.text.ShownText;
import dev.latchkey.ui.consent.ScopeGroup;
import dev.latchkey.ui.consent.ScopeWords;
import dev.latchkey.ui.language.Language;
import dev.latchkey.ui.origin.ShortAddress;
import dev.latchkey.ui.policy.Proximity;
import dev.latchkey.ui.session.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A grant as the pages show it before the end.
 *
 * @param client who asks, as registered
 * @param clientLogo names the client's logo; empty if it has none
 * @param claims what the device says of itself; anybody could say so
 * @param address where it asked from, shortened: it says something to who knows the network
 * @param proximity whether that is the network of this browser
 * @param age how long ago it asked
 */
record DeviceRequest(
    String client,
    String clientLogo,
    String code,
    List<Claim> claims,
    String address,
    Proximity proximity,
    String age,
    List<ScopeGroup> groups) {

  /** One thing that the device says of itself. */
  record Claim(String label, String value) {}

  static DeviceRequest of(GrantView view, Visit visit) {
    return new DeviceRequest(
        view.clientName(),
        Objects.requireNonNullElse(view.clientLogo(), ""),
        UserCodeFormat.display(view.mask(), visit.opened().code()),
        claims(view.device()),
        ShortAddress.of(view.address()),
        Proximity.of(view.address(), visit.address()),
        Age.of(Duration.between(view.createdAt(), Instant.now())),
        ScopeWords.of(view));
  }

  private static List<Claim> claims(ClaimedDevice device) {
    var texts = Language.texts(VerifyMessages.class);
    var claims = new ArrayList<Claim>();
    add(claims, texts.claimedName(), device.name());
    add(claims, texts.claimedModel(), device.model());
    add(claims, texts.claimedSerial(), device.serial());
    add(claims, texts.claimedVersion(), device.appVersion());
    return List.copyOf(claims);
  }

  private static void add(List<Claim> claims, String label, @Nullable String value) {
    var seen = value == null ? "" : ShownText.of(value);
    if (!seen.isEmpty()) {
      claims.add(new Claim(label, seen));
    }
  }
}

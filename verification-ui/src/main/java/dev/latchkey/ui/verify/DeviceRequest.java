package dev.latchkey.ui.verify;

import dev.latchkey.grant.ClaimedDevice;
import dev.latchkey.grant.GrantView;
import dev.latchkey.grant.UserCode;
import dev.latchkey.grant.UserCodeFormat;
import dev.latchkey.ui.consent.ScopeGroup;
import dev.latchkey.ui.consent.ScopeWords;
import dev.latchkey.ui.language.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A grant as the confirm page shows it.
 *
 * @param client who asks, as registered
 * @param claims what the device says of itself; anybody could say so
 */
record DeviceRequest(
    String client,
    String code,
    List<Claim> claims,
    String address,
    String age,
    List<ScopeGroup> groups) {

  /** One thing that the device says of itself. */
  record Claim(String label, String value) {}

  /** Characters that are not seen but change what is seen, such as those that turn the text. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}]");

  static DeviceRequest of(GrantView view, UserCode code) {
    return new DeviceRequest(
        view.clientName(),
        UserCodeFormat.display(view.mask(), code),
        claims(view.device()),
        ShortAddress.of(view.address()),
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
    var seen = value == null ? "" : UNSEEN.matcher(value).replaceAll("").strip();
    if (!seen.isEmpty()) {
      claims.add(new Claim(label, seen));
    }
  }
}

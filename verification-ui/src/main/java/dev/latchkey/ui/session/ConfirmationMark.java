package dev.latchkey.ui.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.grant.BrowserId;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a browser gets for saying, on the confirm page, that this is the device in front of the
 * person, and shows on the pages that follow. A MAC over the grant's handle, under the browser's
 * id: that is random, stays with us, and survives a sign-in.
 */
final class ConfirmationMark {

  private static final String ALGORITHM = "HmacSHA256";

  private ConfirmationMark() {}

  static String of(BrowserId browser, String handle) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(browser.value().getBytes(UTF_8), ALGORITHM));
      var digest = mac.doFinal(("confirmed " + handle).getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }

  static boolean isGenuine(String shown, BrowserId browser, String handle) {
    return MessageDigest.isEqual(of(browser, handle).getBytes(UTF_8), shown.getBytes(UTF_8));
  }
}

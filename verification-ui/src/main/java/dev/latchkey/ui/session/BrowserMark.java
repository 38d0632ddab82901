package dev.latchkey.ui.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.grant.BrowserId;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What only we can have put into an address or a form of one browser: a MAC under the browser's id,
 * which is random, stays with us, and survives a sign-in. The words begin with what the mark is
 * for.
 */
public final class BrowserMark {

  private static final String ALGORITHM = "HmacSHA256";

  private BrowserMark() {}

  public static String of(BrowserId browser, String words) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(browser.value().getBytes(UTF_8), ALGORITHM));
      var digest = mac.doFinal(words.getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }

  public static boolean isGenuine(String shown, BrowserId browser, String words) {
    return MessageDigest.isEqual(of(browser, words).getBytes(UTF_8), shown.getBytes(UTF_8));
  }
}

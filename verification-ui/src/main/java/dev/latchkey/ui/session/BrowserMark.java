package dev.latchkey.ui.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.grant.BrowserId;
import dev.latchkey.oauth.crypto.HmacSha256;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * What only we can have put into an address or a form of one browser: a MAC under the browser's id,
 * which is random, stays with us, and survives a sign-in. The words begin with what the mark is
 * for.
 */
public final class BrowserMark {

  private BrowserMark() {}

  public static String of(BrowserId browser, String words) {
    var mac = HmacSha256.of(browser.value().getBytes(UTF_8), words.getBytes(UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
  }

  public static boolean isGenuine(String shown, BrowserId browser, String words) {
    return MessageDigest.isEqual(of(browser, words).getBytes(UTF_8), shown.getBytes(UTF_8));
  }
}

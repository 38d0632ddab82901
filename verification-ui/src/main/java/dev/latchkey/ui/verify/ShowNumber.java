package dev.latchkey.ui.verify;

import dev.latchkey.ui.page.FormFields;
import io.quarkus.qute.TemplateInstance;

/**
 * templates/ShowNumber.html
 *
 * @param number the two digits
 * @param spoken the same with a space between, so that no digit is swallowed when it is read aloud
 * @param early the person said that they entered it, and the device has not brought it yet
 * @param then where the page leads once the device has
 */
record ShowNumber(
    FormFields form,
    String client,
    String clientLogo,
    String number,
    String spoken,
    boolean early,
    String then)
    implements TemplateInstance {

  /** Not for a log either: whoever reads it could complete the approval. */
  @Override
  public String toString() {
    return "ShowNumber[redacted]";
  }
}

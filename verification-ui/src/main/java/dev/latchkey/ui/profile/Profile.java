package dev.latchkey.ui.profile;

import dev.latchkey.ui.account.Account;
import dev.latchkey.ui.page.FormFields;
import dev.latchkey.ui.passkey.Passkey;
import dev.latchkey.ui.passkey.PasskeyPrompt;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * templates/Profile.html
 *
 * @param way how the person signed in
 * @param provider the provider they signed in with; empty if it was here
 * @param full there is no room for another passkey
 * @param prompt for another passkey
 * @param password what was wrong with the form that changes it
 */
record Profile(
    FormFields form,
    Account account,
    SignInWay way,
    String provider,
    List<Passkey> passkeys,
    boolean full,
    PasskeyPrompt prompt,
    PasswordProblem password,
    Done done)
    implements TemplateInstance {

  public boolean failed() {
    return password.failed() || prompt.failed();
  }
}

package dev.latchkey.ui.profile;

import dev.latchkey.ui.account.Account;
import dev.latchkey.ui.page.FormFields;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/**
 * templates/Profile.html
 *
 * @param way how the person signed in
 * @param provider the provider they signed in with; empty if it was here
 * @param passkeys null for an account that has none
 * @param passkeysRemain as good as before after a change of password
 * @param hasPassword there is one to change
 * @param failed there was a mistake in one of the forms
 * @param password what was wrong with the form that changes it
 */
record Profile(
    FormFields form,
    Account account,
    SignInWay way,
    String provider,
    @Nullable PasskeySection passkeys,
    boolean hasPassword,
    PasswordProblem password,
    boolean failed,
    Outcome done,
    int passkeysRemain)
    implements TemplateInstance {}

package dev.latchkey.ui.login;

import dev.latchkey.ui.page.FormFields;
import dev.latchkey.ui.passkey.PasskeyPrompt;
import io.quarkus.qute.TemplateInstance;

/**
 * templates/SignIn.html
 *
 * @param client what the person is about to connect; empty if they only sign in
 * @param again somebody is signed in, and has to once more for this device
 * @param username what was typed before
 * @param failed what was typed before was wrong
 * @param to the name of where the person goes, without a device
 */
record SignIn(
    FormFields form,
    String client,
    boolean again,
    String username,
    boolean failed,
    String to,
    PasskeyPrompt passkey)
    implements TemplateInstance {}

package dev.latchkey.ui.login;

import dev.latchkey.ui.page.FormFields;
import dev.latchkey.ui.passkey.PasskeyPrompt;
import dev.latchkey.ui.upstream.ProviderLink;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * templates/SignIn.html
 *
 * @param client what the person is about to connect; empty if they only sign in
 * @param again somebody is signed in, and has to once more for this device
 * @param username what was typed before, or else whom the device expects
 * @param failed what was typed before was wrong
 * @param to the name of where the person goes, without a device
 * @param local whether there are accounts of this installation
 * @param providers other ways to sign in
 */
record SignIn(
    FormFields form,
    String client,
    boolean again,
    String username,
    boolean failed,
    String to,
    PasskeyPrompt passkey,
    boolean local,
    List<ProviderLink> providers)
    implements TemplateInstance {}

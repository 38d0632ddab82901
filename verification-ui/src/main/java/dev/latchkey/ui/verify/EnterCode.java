package dev.latchkey.ui.verify;

import dev.latchkey.ui.page.FormFields;
import io.quarkus.qute.TemplateInstance;

/**
 * templates/EnterCode.html
 *
 * @param wrong the code that was typed before does not exist
 * @param unread a code came with the address, and this client's codes have to be typed
 * @param signedIn somebody is, and may want to sign out
 */
record EnterCode(FormFields form, String typed, boolean wrong, boolean unread, boolean signedIn)
    implements TemplateInstance {}

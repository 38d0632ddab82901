package dev.latchkey.ui.profile;

import dev.latchkey.ui.passkey.Passkey;
import dev.latchkey.ui.passkey.PasskeyPrompt;
import java.util.List;

/**
 * The part of a person's page about passkeys.
 *
 * @param prompt for another one
 * @param full there is no room for another one
 * @param fresh the person signed in recently enough to add one
 */
record PasskeySection(List<Passkey> known, PasskeyPrompt prompt, boolean full, boolean fresh) {}

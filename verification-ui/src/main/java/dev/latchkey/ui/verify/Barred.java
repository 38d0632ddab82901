package dev.latchkey.ui.verify;

import dev.latchkey.ui.page.FormFields;
import dev.latchkey.ui.policy.Obstacle;
import io.quarkus.qute.TemplateInstance;

/**
 * templates/Barred.html
 *
 * @param name who is signed in, if another person might be let through; empty otherwise
 * @param reason what else there is to say to it, by whoever runs this; may be empty
 * @param again where the same is tried once more
 * @param change where another person can sign in instead
 */
record Barred(
    FormFields form,
    DeviceRequest request,
    Obstacle obstacle,
    String name,
    String reason,
    String again,
    String change)
    implements TemplateInstance {}

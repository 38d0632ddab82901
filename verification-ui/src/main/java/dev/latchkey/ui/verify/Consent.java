package dev.latchkey.ui.verify;

import dev.latchkey.ui.page.FormFields;
import io.quarkus.qute.TemplateInstance;

/**
 * templates/Consent.html
 *
 * @param name who is signed in
 * @param change where another person can sign in instead
 */
record Consent(FormFields form, DeviceRequest request, String name, String change)
    implements TemplateInstance {}

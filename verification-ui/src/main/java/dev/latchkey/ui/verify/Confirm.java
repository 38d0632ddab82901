package dev.latchkey.ui.verify;

import dev.latchkey.ui.page.FormFields;
import io.quarkus.qute.TemplateInstance;

/**
 * templates/Confirm.html
 *
 * @param name who is signed in; empty if nobody is
 * @param last whether this page approves, because consent was given before
 * @param change where another person can sign in instead
 */
record Confirm(FormFields form, DeviceRequest request, String name, boolean last, String change)
    implements TemplateInstance {}

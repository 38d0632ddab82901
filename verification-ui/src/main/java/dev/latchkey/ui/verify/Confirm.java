package dev.latchkey.ui.verify;

import dev.latchkey.ui.page.FormFields;
import io.quarkus.qute.TemplateInstance;

/**
 * templates/Confirm.html
 *
 * @param name who is signed in; empty if nobody is
 * @param last whether this page approves, because nobody has to be asked for consent
 * @param remembered whether that is because the person agreed before
 * @param change where another person can sign in instead
 */
record Confirm(
    FormFields form,
    DeviceRequest request,
    String name,
    boolean last,
    boolean remembered,
    String change)
    implements TemplateInstance {}

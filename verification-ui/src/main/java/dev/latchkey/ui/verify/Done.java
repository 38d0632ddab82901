package dev.latchkey.ui.verify;

import dev.latchkey.ui.page.FormFields;
import io.quarkus.qute.TemplateInstance;

/**
 * templates/Done.html
 *
 * @param client what was approved; empty if that is not known any more
 */
record Done(FormFields form, boolean approved, String client, boolean signedIn)
    implements TemplateInstance {}

package dev.latchkey.ui.verify;

import dev.latchkey.ui.page.FormFields;
import io.quarkus.qute.TemplateInstance;

/** templates/Done.html */
record Done(FormFields form, boolean approved, boolean signedIn) implements TemplateInstance {}

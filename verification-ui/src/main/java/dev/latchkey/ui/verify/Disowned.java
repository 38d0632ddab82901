package dev.latchkey.ui.verify;

import dev.latchkey.ui.page.FormFields;
import io.quarkus.qute.TemplateInstance;

/** templates/Disowned.html */
record Disowned(FormFields form, boolean signedIn) implements TemplateInstance {}

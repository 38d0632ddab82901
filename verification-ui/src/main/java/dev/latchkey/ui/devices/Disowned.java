package dev.latchkey.ui.devices;

import dev.latchkey.ui.page.FormFields;
import io.quarkus.qute.TemplateInstance;

/**
 * templates/Disowned.html
 *
 * @param local whether the person has a password here
 */
record Disowned(FormFields form, boolean local) implements TemplateInstance {}

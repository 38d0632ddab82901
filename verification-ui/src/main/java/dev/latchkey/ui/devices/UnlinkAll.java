package dev.latchkey.ui.devices;

import dev.latchkey.ui.page.FormFields;
import io.quarkus.qute.TemplateInstance;

/** templates/UnlinkAll.html */
record UnlinkAll(FormFields form) implements TemplateInstance {}

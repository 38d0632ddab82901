package dev.latchkey.ui.devices;

import dev.latchkey.ui.page.FormFields;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/**
 * templates/Devices.html
 *
 * @param name of the person
 * @param outcome what was just done; null if nothing
 */
record Devices(FormFields form, String name, PageOfDevices page, @Nullable Outcome outcome)
    implements TemplateInstance {}

package dev.latchkey.ui.devices;

import dev.latchkey.ui.page.FormFields;
import io.quarkus.qute.TemplateInstance;

/**
 * templates/DisownedDevice.html
 *
 * @param local whether the person has a password here
 */
record DisownedDevice(FormFields form, boolean local) implements TemplateInstance {}

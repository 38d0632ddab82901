package dev.latchkey.ui.devices;

import dev.latchkey.ui.page.FormFields;
import io.quarkus.qute.TemplateInstance;

/**
 * templates/LinkedDevice.html
 *
 * @param typed the name in the field
 * @param tooLong it is longer than a name can be
 */
record LinkedDevice(FormFields form, DeviceDetails details, String typed, boolean tooLong)
    implements TemplateInstance {}

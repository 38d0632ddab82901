package dev.latchkey.ui.limit;

import io.quarkus.qute.TemplateInstance;

/**
 * templates/Limited.html
 *
 * @param minutes until it can be tried again, rounded up; 0 if the seconds say it
 * @param again where to go on
 */
record Limited(Pause pause, boolean signInFirst, long minutes, long seconds, String again)
    implements TemplateInstance {}

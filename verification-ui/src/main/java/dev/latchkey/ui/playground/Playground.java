package dev.latchkey.ui.playground;

import io.quarkus.qute.TemplateInstance;

/**
 * templates/Playground.html
 *
 * @param clientId the client to begin with
 * @param scope the scopes to begin with
 */
record Playground(String clientId, String scope) implements TemplateInstance {}

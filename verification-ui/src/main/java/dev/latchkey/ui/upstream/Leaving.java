package dev.latchkey.ui.upstream;

import io.quarkus.qute.TemplateInstance;

/**
 * templates/Leaving.html: a page that goes on to a provider by itself. A redirect would not do: the
 * person came here by a form, and {@code form-action 'self'} holds for where it leads.
 *
 * @param provider for people
 * @param to where the sign-in there begins
 */
public record Leaving(String provider, String to) implements TemplateInstance {}

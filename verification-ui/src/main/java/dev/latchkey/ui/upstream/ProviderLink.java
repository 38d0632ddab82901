package dev.latchkey.ui.upstream;

/**
 * A provider on the sign-in page.
 *
 * @param label for people
 * @param to where the sign-in there begins
 */
public record ProviderLink(String label, String to) {}

package dev.latchkey.ui.page;

/**
 * What every form carries unseen; templates/hidden.html.
 *
 * @param csrf the session's token
 * @param grant the handle of the grant the form is about; empty if it is about none
 */
public record FormFields(String csrf, String grant) {}

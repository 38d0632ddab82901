package dev.latchkey.ui.page;

/**
 * What every form carries unseen; templates/hidden.html.
 *
 * @param csrf the session's token
 * @param grant the handle of the grant the form is about; empty if it is about none
 * @param confirmed proves that the grant was confirmed; empty if it was not
 */
public record FormFields(String csrf, String grant, String confirmed) {

  /** Of a form that is about no grant. */
  public static FormFields of(String csrf) {
    return new FormFields(csrf, "", "");
  }
}

package dev.latchkey.authz.registry;

/**
 * A row that the file declares, or else an administrator has written.
 *
 * @param <D> what is said of it
 */
interface EditableRow<D> extends DeclaredRow<D> {

  /** Makes a row that the file does not declare say what an administrator does. */
  void edit(D edited);
}

package dev.latchkey.authz.registry;

/**
 * A row that the file may declare, and else an administrator may write.
 *
 * @param <D> what is said of it
 */
interface EditedRow<D> extends DeclaredRow<D> {

  /** Makes a row that the file does not declare say what an administrator does. */
  void edit(D edited);
}

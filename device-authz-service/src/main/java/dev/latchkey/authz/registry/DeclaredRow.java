package dev.latchkey.authz.registry;

/**
 * A row that the file may declare.
 *
 * @param <D> what the file says of it
 */
interface DeclaredRow<D> {

  /** What names the row, in the file as in the table; empty in a new row. */
  String key();

  /**
   * Makes the row say what the file does, and makes it the file's; answers whether it said anything
   * else before, or was an administrator's.
   */
  boolean take(D declared);

  /**
   * Stops what the file does not declare any more, and leaves it to administrators, as everything
   * that it does not declare; answers whether it was in use.
   */
  boolean withdraw();
}

package dev.latchkey.ui.account;

/** Whether a person may sign in and their devices refresh. */
public enum AccountState {
  ACTIVE,
  /** By an administrator, until further notice. */
  BLOCKED,
  /** Gone from the registry file, whether it is blocked too or not. */
  DISABLED
}

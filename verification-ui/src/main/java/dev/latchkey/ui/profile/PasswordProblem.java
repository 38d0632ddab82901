package dev.latchkey.ui.profile;

import dev.latchkey.ui.account.NewPassword.Weakness;

/** What was wrong with a form that changes the password. */
public enum PasswordProblem {
  NONE,
  WRONG,
  TOO_SHORT,
  TOO_LONG,
  IS_USERNAME,
  COMMON;

  static PasswordProblem of(Weakness weakness) {
    return switch (weakness) {
      case TOO_SHORT -> TOO_SHORT;
      case TOO_LONG -> TOO_LONG;
      case IS_USERNAME -> IS_USERNAME;
      case COMMON -> COMMON;
    };
  }

  public boolean failed() {
    return this != NONE;
  }

  /** The current one. */
  public boolean current() {
    return this == WRONG;
  }

  /** The new one. */
  public boolean next() {
    return this != NONE && this != WRONG;
  }
}

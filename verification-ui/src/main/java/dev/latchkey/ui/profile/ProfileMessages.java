package dev.latchkey.ui.profile;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of a person's own page; in messages/profile_*.properties. */
@MessageBundle("profile")
public interface ProfileMessages {

  @Message
  String title();

  @Message
  String error();

  @Message
  String name();

  @Message
  String username();

  @Message
  String signedInBy();

  @Message
  String password();

  @Message
  String currentPassword();

  @Message
  String newPassword();

  @Message
  String newPasswordHint();

  @Message
  String changePassword();

  @Message
  String sessions();

  @Message
  String sessionsHint();

  @Message
  String signOutEverywhere();

  @Message
  String done(Outcome done);

  /** After a change of password, for who has some. */
  @Message
  String passkeysRemain(int count);

  @Message
  String way(SignInWay way);

  @Message
  String passwordProblem(PasswordProblem problem);
}

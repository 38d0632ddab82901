package dev.latchkey.ui.verify;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** messages/verify_*.properties: the pages from the code to the end. */
@MessageBundle("verify")
public interface VerifyMessages {

  @Message
  String codeTitle();

  @Message
  String codeTitleWrong();

  @Message
  String codeHeading();

  @Message
  String codeLead();

  @Message
  String codeLabel();

  @Message
  String codeHint();

  @Message
  String codeWrong();

  @Message
  String next();

  @Message
  String confirmTitle();

  @Message
  String confirmHeading(String client);

  @Message
  String confirmLead();

  @Message
  String confirmCaution();

  @Message
  String asked();

  @Message
  String fromNetwork();

  @Message
  String claims();

  @Message
  String notVerified();

  @Message
  String claimedName();

  @Message
  String claimedModel();

  @Message
  String claimedSerial();

  @Message
  String claimedVersion();

  @Message
  String asksTo();

  @Message
  String ageNow();

  @Message
  String ageMinutes(long minutes);

  @Message
  String ageHours(long hours);

  @Message
  String deny();

  @Message
  String approve();

  @Message
  String signedInAs(String name);

  @Message
  String otherAccount();

  @Message
  String consentTitle();

  @Message
  String consentHeading(String client);

  @Message
  String consentLead(String code);

  @Message
  String consentNothing();

  @Message
  String approvedTitle();

  @Message
  String approvedHeading();

  @Message
  String approvedLead();

  @Message
  String deniedTitle();

  @Message
  String deniedHeading();

  @Message
  String deniedLead();
}

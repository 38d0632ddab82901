package dev.latchkey.ui.verify;

import dev.latchkey.ui.policy.Obstacle;
import dev.latchkey.ui.policy.Proximity;
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
  String codeUnread();

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
  String proximity(Proximity proximity);

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
  String notMine();

  @Message
  String askAgain();

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
  String remember();

  @Message
  String rememberHint();

  @Message
  String barredTitle(Obstacle obstacle);

  @Message
  String barredText(Obstacle obstacle);

  @Message
  String barredReason(String reason);

  @Message
  String barredPending();

  @Message
  String tryAgain();

  @Message
  String numberTitle();

  @Message
  String numberHeading();

  @Message
  String numberLead(String client);

  @Message
  String numberSpoken(String digits);

  @Message
  String numberCaution();

  @Message
  String numberEarly();

  @Message
  String numberEntered();

  @Message
  String approvedTitle();

  @Message
  String approvedHeading();

  @Message
  String approvedLead();

  @Message
  String approvedWhich(String client);

  @Message
  String myDevices();

  @Message
  String deniedTitle();

  @Message
  String deniedHeading();

  @Message
  String deniedLead();

  @Message
  String disownedTitle();

  @Message
  String disownedHeading();

  @Message
  String disownedLead();

  @Message
  String disownedSent();

  @Message
  String disownedCaller();

  @Message
  String disownedPassword();

  @Message
  String disownedTell();
}

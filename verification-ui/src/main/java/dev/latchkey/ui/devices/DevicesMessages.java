package dev.latchkey.ui.devices;

import dev.latchkey.ui.devices.NotDone.Trouble;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** messages/devices_*.properties: my devices. */
@MessageBundle("devices")
public interface DevicesMessages {

  @Message
  String title();

  @Message
  String lead();

  @Message
  String none();

  @Message
  String connect();

  @Message
  String claimed();

  @Message
  String kind();

  @Message
  String claimedName();

  @Message
  String claimedModel();

  @Message
  String linked();

  @Message
  String lastSeen();

  @Message
  String from();

  @Message
  String pages();

  @Message
  String previous();

  @Message
  String next();

  @Message
  String unlinkAllLink();

  @Message
  String outcome(Outcome outcome);

  @Message
  String back();

  @Message
  String wrongTitle(String name);

  @Message
  String access();

  @Message
  String nameLabel();

  @Message
  String nameHint();

  @Message
  String nameTooLong();

  @Message
  String nameSave();

  @Message
  String unlinkHeading();

  @Message
  String unlinkText();

  @Message
  String unlink();

  @Message
  String disownHeading();

  @Message
  String disownText();

  @Message
  String disown();

  @Message
  String unlinkAllTitle();

  @Message
  String unlinkAllText();

  @Message
  String unlinkAll();

  @Message
  String keep();

  @Message
  String disownedTitle();

  @Message
  String disownedLead();

  @Message
  String disownedHeading();

  @Message
  String disownedOthers();

  @Message
  String disownedPassword();

  @Message
  String disownedUpstream();

  @Message
  String disownedSignOut();

  @Message
  String disownedHelp();

  @Message
  String disownedCaution();

  @Message
  String troubleTitle(Trouble trouble);

  @Message
  String troubleText(Trouble trouble);
}

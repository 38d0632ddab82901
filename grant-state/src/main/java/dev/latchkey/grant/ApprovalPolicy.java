package dev.latchkey.grant;

import java.util.Set;

/**
 * What a client's registration demands of whoever approves its devices, as it was when the grant
 * was created.
 *
 * @param firstParty people are not asked for consent; they still confirm
 * @param typedCode the code has to be typed: the complete URI is not honoured
 * @param networks the person's browser must be in one of these (CIDR); empty if anywhere will do
 * @param sameNetwork the person's browser and the device must be in the same network
 * @param groups the person must be in one of these upstream groups; empty if anybody will do
 * @param numberMatching an approval counts once the device has brought the number that the page
 *     shows
 */
public record ApprovalPolicy(
    boolean firstParty,
    boolean typedCode,
    Set<String> networks,
    boolean sameNetwork,
    Set<String> groups,
    boolean numberMatching) {

  /** Demands nothing but a person who agrees. */
  public static final ApprovalPolicy NONE =
      new ApprovalPolicy(false, false, Set.of(), false, Set.of(), false);

  public ApprovalPolicy {
    networks = Set.copyOf(networks);
    groups = Set.copyOf(groups);
  }

  public ApprovalPolicy withNumberMatching() {
    return new ApprovalPolicy(firstParty, typedCode, networks, sameNetwork, groups, true);
  }

  public ApprovalPolicy withoutNumberMatching() {
    return new ApprovalPolicy(firstParty, typedCode, networks, sameNetwork, groups, false);
  }
}

package dev.latchkey.authz.registry;

import dev.latchkey.grant.ApprovalPolicy;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a client demands of whoever approves its devices. */
@Embeddable
class ApprovalColumns {

  private static final String NUMBER = "number";

  @Column(name = "first_party")
  boolean firstParty;

  @Column(name = "approval_typed_code")
  boolean typedCode;

  @Column(name = "approval_networks")
  String networks = "";

  @Column(name = "approval_same_network")
  boolean sameNetwork;

  /** A line each: their names may have spaces. */
  @Column(name = "approval_groups")
  String groups = "";

  @Column(name = "approval_confirmation")
  @Nullable String confirmation;

  ApprovalPolicy toPolicy() {
    return new ApprovalPolicy(
        firstParty,
        typedCode,
        list(networks, " "),
        sameNetwork,
        list(groups, "\n"),
        NUMBER.equals(confirmation));
  }

  void take(ApprovalPolicy policy) {
    firstParty = policy.firstParty();
    typedCode = policy.typedCode();
    networks = sorted(policy.networks(), " ");
    sameNetwork = policy.sameNetwork();
    groups = sorted(policy.groups(), "\n");
    confirmation = policy.numberMatching() ? NUMBER : null;
  }

  private static Set<String> list(String written, String separator) {
    return written.isEmpty() ? Set.of() : Set.of(written.split(separator));
  }

  /** A set has no order of its own, and a row that is written differently counts as changed. */
  private static String sorted(Set<String> values, String separator) {
    return values.stream().sorted().collect(Collectors.joining(separator));
  }
}

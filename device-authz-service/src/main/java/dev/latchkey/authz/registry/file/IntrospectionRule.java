package dev.latchkey.authz.registry.file;

import dev.latchkey.authz.registry.Api;
import dev.latchkey.grant.ClientId;
import java.util.Set;

/** Who may look at an API's tokens: whoever can prove who they are. */
final class IntrospectionRule {

  private IntrospectionRule() {}

  static void check(FieldRules fields, String at, Api api, Set<ClientId> confidential) {
    fields.check(
        confidential.containsAll(api.introspectionClients()),
        at + ".introspection_clients",
        "names no confidential client of " + fields.registry());
  }
}

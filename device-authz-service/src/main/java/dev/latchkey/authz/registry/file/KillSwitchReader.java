package dev.latchkey.authz.registry.file;

import dev.latchkey.authz.registry.Api;
import dev.latchkey.authz.registry.file.RegistryFile.DeclaredKillSwitches;
import dev.latchkey.oauth.switches.KillSwitch;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the kill switches of the file. A name that is not in it is a mistake, however much haste
 * there is: what was meant would go on.
 */
final class KillSwitchReader {

  private static final String AT = "kill_switches";

  private final FieldRules fields;
  private final Collection<Api> apis;
  private final Set<String> clients;

  KillSwitchReader(FieldRules fields, Collection<Api> apis, Set<String> clients) {
    this.fields = fields;
    this.apis = apis;
    this.clients = new TreeSet<>(clients);
  }

  Set<KillSwitch> read(@Nullable DeclaredKillSwitches declared) {
    var switches = new HashSet<KillSwitch>();
    if (declared == null) {
      return switches;
    }
    if (Boolean.TRUE.equals(declared.service())) {
      switches.add(KillSwitch.SERVICE);
    }
    add(switches, "clients", declared.clients(), clients, KillSwitch::client);
    add(switches, "apis", declared.apis(), identifiers(), KillSwitch::api);
    add(switches, "scopes", declared.scopes(), scopes(), KillSwitch::scope);
    return switches;
  }

  private void add(
      Set<KillSwitch> switches,
      String list,
      @Nullable List<String> declared,
      Set<String> known,
      Function<String, KillSwitch> make) {
    var field = YamlText.child(AT, list);
    var names = fields.noting(Set.<String>of(), () -> fields.set(field, declared));
    var i = 0;
    for (var name : names) {
      var entry = YamlText.child(field, i++);
      fields.noting(
          () ->
              fields.check(
                  known.contains(name), entry, "names none of this file" + meant(name, known)));
      switches.add(make.apply(name));
    }
  }

  private static String meant(String name, Set<String> known) {
    return FieldNames.nearest(name, known)
        .map(nearest -> "; did you mean " + nearest + "?")
        .orElse("");
  }

  private Set<String> identifiers() {
    return apis.stream().map(Api::identifier).collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> scopes() {
    return apis.stream()
        .flatMap(api -> api.scopes().keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}

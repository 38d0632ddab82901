package dev.latchkey.bench.measure;

import dev.latchkey.bench.Progress;
import dev.latchkey.bench.stand.Server;
import dev.latchkey.bench.stand.Servers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long each server takes to start, one after the other, with its stores up. */
public record Starts(Servers servers, Grants grants, Progress progress) {

  public Map<String, Spread> measure(String scope, int times) {
    var clocks = clocks(scope);
    var seconds = new LinkedHashMap<String, List<Double>>();
    for (var time = 1; time <= times; time++) {
      clocks.forEach(
          (server, clock) -> {
            var took = clock.measure(server);
            progress.say("%s answers after %.2f s".formatted(server.title(), took));
            seconds.computeIfAbsent(server.title(), title -> new ArrayList<>()).add(took);
          });
    }
    var starts = new LinkedHashMap<String, Spread>();
    seconds.forEach((title, all) -> starts.put(title, Spread.of(all)));
    return starts;
  }

  private Map<Server, StartClock> clocks(String scope) {
    // Nobody's code: client and grant are looked for before it is refused.
    var poll = StartClock.post("/oauth/token", grants.pollForm() + "none");
    var clocks = new LinkedHashMap<Server, StartClock>();
    clocks.put(servers.token(), poll);
    clocks.put(servers.authz(), StartClock.post("/oauth/device/code", grants.ask(scope).prefix()));
    clocks.put(servers.pages(), StartClock.get("/device"));
    clocks.put(servers.bareRest(), poll);
    clocks.put(servers.bareVertx(), poll);
    return clocks;
  }
}

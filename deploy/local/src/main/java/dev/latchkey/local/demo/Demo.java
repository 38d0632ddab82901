package dev.latchkey.local.demo;

import com.nimbusds.jwt.SignedJWT;
import io.vertx.core.json.JsonObject;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** {@code make demo}: exits with 0 only if the tokens verified and userinfo answered. */
public final class Demo {

  private final DemoOptions options;
  private final Screen screen;

  private Demo(DemoOptions options) {
    this.options = options;
    this.screen = new Screen(options.terminal());
  }

  /**
   * Runs the demo once.
   *
   * @param args see {@link DemoOptions}
   */
  public static void main(String[] args) {
    try {
      run(args);
      System.exit(0); // the libraries' threads need not end first
    } catch (DemoFailure e) {
      System.err.println(System.lineSeparator() + "The demo failed: " + e.getMessage());
      System.exit(1);
    }
  }

  /**
   * The same, for a program that goes on.
   *
   * @throws RuntimeException if the tokens did not come, or are not what they should be
   */
  public static void run(String... args) {
    new Demo(DemoOptions.parse(args)).run();
  }

  private void run() {
    var server = Server.at(options.base());
    var grant = server.authorize(options.client(), options.scope());
    var person = CompletableFuture.<Void>completedFuture(null);
    var television = new Television(screen, grant.lifetime(), () -> {});
    television.show(grant);
    if (options.approve()) {
      var phone = new Phone(options, screen);
      person = CompletableFuture.runAsync(() -> phone.approve(grant));
      television = new Television(screen, grant.lifetime(), failing(person));
    }
    var tokens = new Poller(server, Pause.real(), television).poll(options.client(), grant);
    join(person);
    prove(server, tokens);
  }

  private void prove(Server server, JsonObject tokens) {
    var proof = new TokenProof(server);
    var access = tokens.getString("access_token");
    show("Access token", proof.accessToken(access));
    var id = tokens.getString("id_token");
    if (id != null) {
      show("ID token", proof.idToken(id, options.client()));
    }
    screen.line("");
    screen.line(
        "  Refresh token: %s; the access token lives %d s; scope: %s"
            .formatted(
                tokens.containsKey("refresh_token") ? "yes" : "no",
                tokens.getInteger("expires_in", 0),
                tokens.getString("scope", options.scope())));
    if (id != null) {
      screen.line("");
      screen.line("  GET /userinfo");
      screen.lines(indented(server.userinfo(access).getMap()));
    }
    screen.line("");
    screen.line("  Done: the tokens were verified by Nimbus against " + server.jwks());
  }

  private void show(String name, SignedJWT jwt) {
    try {
      screen.line("");
      screen.line("  " + name + ", verified");
      screen.lines(indented(jwt.getHeader().toJSONObject()));
      screen.lines(indented(jwt.getJWTClaimsSet().toJSONObject()));
    } catch (ParseException e) {
      throw new DemoFailure("the claims are no JSON: " + e.getMessage(), e);
    }
  }

  private static List<String> indented(Map<String, Object> json) {
    return json.entrySet().stream()
        .map(entry -> "    %-18s %s".formatted(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Runnable failing(CompletableFuture<Void> person) {
    return () -> {
      if (person.isCompletedExceptionally()) {
        join(person);
      }
    };
  }

  private static void join(CompletableFuture<Void> person) {
    try {
      person.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof DemoFailure failure) {
        throw failure;
      }
      throw e;
    }
  }
}

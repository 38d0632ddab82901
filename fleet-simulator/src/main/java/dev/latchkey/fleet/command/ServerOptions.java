package dev.latchkey.fleet.command;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which server, and as which client. */
final class ServerOptions {

  @Option(
      names = "--issuer",
      paramLabel = "URL",
      description = "find both endpoints by the metadata of this issuer (RFC 8414, or OpenID)")
  @Nullable URI issuer;

  @Option(
      names = "--device-url",
      paramLabel = "URL",
      description = "the device authorization endpoint; together with --token-url, not --issuer")
  @Nullable URI device;

  @Option(names = "--token-url", paramLabel = "URL", description = "the token endpoint")
  @Nullable URI token;

  @Option(
      names = "--client-id",
      paramLabel = "ID",
      required = true,
      description = "the client that all devices are of; it needs the device grant")
  String clientId = "";

  @Option(
      names = "--client-secret",
      paramLabel = "SECRET",
      description = "for a confidential client; better in the environment, as FLEET_CLIENT_SECRET")
  @Nullable String clientSecret;

  @Option(
      names = "--secret-in-body",
      description = "send the secret in the form (client_secret_post) instead of the header")
  boolean secretInBody;

  @Option(
      names = "--scope",
      paramLabel = "SCOPES",
      defaultValue = "",
      description = "scopes to ask for, separated by spaces; offline_access for refreshing, often")
  String scope = "";

  @Option(
      names = "--parameter",
      paramLabel = "NAME=VALUE",
      description =
          "one more parameter of the device request, as audience=...; may be repeated; reports have"
              + " its name only")
  Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--pkce",
      description = "send a PKCE challenge with the device request, and the verifier with polls")
  boolean pkce;

  @Option(names = "--insecure", description = "accept any TLS certificate")
  boolean insecure;

  @Option(
      names = "--also-host",
      paramLabel = "HOST",
      description = "the pages are at this host too; may be repeated")
  Set<String> alsoHosts = new LinkedHashSet<>();

  @Option(
      names = "--yes",
      description = "do not ask before a host is driven that is not this machine; you own it")
  boolean yes;
}

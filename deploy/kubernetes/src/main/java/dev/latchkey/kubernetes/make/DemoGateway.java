package dev.latchkey.kubernetes.make;

import dev.latchkey.local.Route;
import dev.latchkey.local.RouteTable;
import java.util.stream.Collectors;

/**
 * The demo's own gateway, an nginx: so that a cluster needs neither an ingress controller nor a
 * name for it. Whatever is not in the table, and whatever nginx and a service could read
 * differently, is not there.
 */
final class DemoGateway {

  private static final String HEAD =
      """
      # Made by `make manifests` of the table of public paths; a test compares.
      worker_processes 1;
      pid /tmp/nginx.pid;
      error_log stderr warn;
      events { worker_connections 4096; }
      http {
        access_log off;
        client_body_temp_path /tmp/body;
        proxy_temp_path /tmp/proxy;
        fastcgi_temp_path /tmp/fastcgi;
        uwsgi_temp_path /tmp/uwsgi;
        scgi_temp_path /tmp/scgi;
        large_client_header_buffers 4 20k;
        merge_slashes off;
        server {
          listen 8080;
          # Of the connection alone: what a client says of itself is not passed on.
          proxy_set_header X-Forwarded-For $remote_addr;
          proxy_set_header Host $http_host;
          proxy_http_version 1.1;
          # Held polls last 30 s.
          proxy_read_timeout 60s;
          default_type text/plain;
          absolute_redirect off;
          if ($request_uri ~* "^[^?]*(//|/\\.\\.?(/|\\?|$)|[\\\\\\\\;]|%(2e|2f|5c|3b|25|00))") { return 404; }
          location = / { return 302 /device; }
          location = /healthz { return 200; }
          location / { return 404; }
      """;

  private DemoGateway() {}

  static String configuration() {
    return RouteTable.routes().stream()
        .flatMap(route -> locations(route).lines())
        .collect(Collectors.joining("\n", HEAD, "\n  }\n}\n"));
  }

  private static String locations(Route route) {
    var exact = location("= " + route.path(), route);
    return route.below() ? exact + "\n" + location(route.path() + "/", route) : exact;
  }

  private static String location(String match, Route route) {
    return "    location %s { proxy_pass http://%s; }".formatted(match, route.service().title());
  }
}

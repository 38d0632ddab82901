package dev.latchkey.oauth.error;

import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;

/**
 * Which methods the resource at hand takes: {@code Allow}, without which no 405 may be (RFC 9110
 * section 15.5.6). The framework knows them, and does not tell when it refuses another one.
 */
public final class AllowedMethods {

  private static final String GET = "GET";
  private static final String HEAD = "HEAD";

  private AllowedMethods() {}

  /** Of the request that is being answered; of a file, if there is no resource for it. */
  public static String here() {
    var request = CurrentRequestManager.get();
    var path = request.getPathWithoutPrefix();
    var classes = new RequestMapper<>(request.getDeployment().getClassMappers());
    Set<String> methods = new TreeSet<>();
    for (var found = classes.map(path);
        found != null;
        found = classes.continueMatching(path, found)) {
      for (var handler : found.value.handlers) {
        if (handler instanceof ClassRoutingHandler resource) {
          add(resource, found.remaining, methods);
        }
      }
    }
    // Whatever can be read can be asked for without its body (section 9.3.2).
    if (methods.isEmpty() || methods.contains(GET)) {
      methods.add(GET);
      methods.add(HEAD);
    }
    return String.join(", ", methods);
  }

  private static void add(ClassRoutingHandler resource, String remaining, Set<String> methods) {
    var rest = remaining.isEmpty() ? "/" : remaining;
    resource
        .getMappers()
        .forEach(
            (method, paths) -> {
              if (method != null && paths.map(rest) != null) {
                methods.add(method);
              }
            });
  }
}

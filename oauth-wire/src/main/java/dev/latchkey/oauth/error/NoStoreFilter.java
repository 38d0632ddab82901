package dev.latchkey.oauth.error;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Keeps every answer out of caches, unless it says itself how long it may be kept. */
public class NoStoreFilter {

  @ServerResponseFilter
  public void noStore(ContainerResponseContext response) {
    var headers = response.getHeaders();
    if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
      NoStore.HEADERS.forEach(headers::putSingle);
    }
  }
}

package dev.latchkey.bench.rest;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Looks a grant up with one EVALSHA, in the way that Quarkus's guides show. */
@Path("/oauth/token")
public class TokenResource {

  private final ReactiveRedisDataSource redis;
  private final String script;

  TokenResource(
      ReactiveRedisDataSource redis, @ConfigProperty(name = "bench.script") String script) {
    this.redis = redis;
    this.script = script;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Uni<RestResponse<Refusal>> token(
      @RestForm("client_id") @DefaultValue("") String client,
      @RestForm("device_code") @DefaultValue("") String grant) {
    return redis
        .execute("EVALSHA", script, "1", "grant:{" + grant + "}", client)
        .map(reply -> refused(reply.toString()));
  }

  private static RestResponse<Refusal> refused(String reply) {
    var body =
        reply.equals("PENDING")
            ? new Refusal("authorization_pending", "Nobody has decided yet")
            : new Refusal("invalid_grant", "There is no such code");
    return ResponseBuilder.create(Status.BAD_REQUEST, body)
        .header("Cache-Control", "no-store")
        .header("Pragma", "no-cache")
        .build();
  }
}

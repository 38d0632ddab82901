package dev.latchkey.oauth.error;

import dev.latchkey.grant.ErrorProfile;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** The statuses that a client's error profile gives to its refusals (docs/shapes.md). */
public final class Shape {

  private Shape() {}

  /** Does work for a client of that profile; what it is refused with has the profile's status. */
  public static <T> Uni<T> of(ErrorProfile profile, Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .deferred(work::get)
        .onFailure(OAuthException.class)
        .transform(refusal -> refusal.shapedFor(profile));
  }
}

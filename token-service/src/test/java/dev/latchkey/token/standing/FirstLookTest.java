package dev.latchkey.token.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.grant.ApiAccess;
import dev.latchkey.grant.ClientId;
import dev.latchkey.oauth.store.StoreUnavailableException;
import dev.latchkey.stores.RealStores;
import dev.latchkey.token.account.Accounts;
import dev.latchkey.token.client.Clients;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.HttpServerStart;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class FirstLookTest {

  private static final HttpServerStart SERVING = new HttpServerStart(new HttpServerOptions());

  @Inject Accounts accounts;
  @Inject Clients clients;

  @Test
  void looksForSomebodyWhoDoesNotExistAndMayFail() {
    // Given
    var subjects = new ArrayList<String>();
    var look = new FirstLook(away(subjects));

    // When
    look.look(SERVING);

    // Then
    assertThat(subjects).singleElement().satisfies(UUID::fromString);
  }

  /** What it is asked, while PostgreSQL is away. */
  private GrantStanding away(List<String> subjects) {
    return new GrantStanding(accounts, clients) {
      @Override
      public Uni<Boolean> holds(String subject, ClientId client, @Nullable ApiAccess api) {
        return Uni.createFrom()
            .failure(
                () -> {
                  subjects.add(subject);
                  return new StoreUnavailableException("away");
                });
      }
    };
  }
}

package dev.latchkey.stores;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Base64;
import java.util.Map;

/**
 * A real Redis, which lets the service do what {@code docs/redis.md} says and no more, and a real
 * PostgreSQL for the tests of a service, which get at them by a field of this type.
 */
public final class RealStores implements QuarkusTestResourceLifecycleManager {

  /** What the service under test peppers its user codes with. */
  public static final String PEPPER = Base64.getEncoder().encodeToString(new byte[32]);

  private static final String PASSWORD = "what-tests-know";

  private final RedisProcess redis = RedisProcess.start(RedisPage.userOfServers(PASSWORD));
  private final PostgresProcess postgres = PostgresProcess.start();

  @Override
  public Map<String, String> start() {
    return Map.of(
        "quarkus.redis.hosts", redis.uri().toString(),
        "latchkey.redis.credentials.user", "latchkey",
        "latchkey.redis.credentials.password", PASSWORD,
        "quarkus.datasource.reactive.url", postgres.reactiveUrl(),
        "quarkus.datasource.jdbc.url", postgres.jdbcUrl(),
        "quarkus.datasource.username", postgres.username(),
        "quarkus.datasource.password", postgres.password(),
        "latchkey.user-code.pepper", PEPPER);
  }

  public RedisProcess redis() {
    return redis;
  }

  public PostgresProcess postgres() {
    return postgres;
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(RealStores.class));
  }

  @Override
  public void stop() {
    redis.close();
    postgres.close();
  }
}

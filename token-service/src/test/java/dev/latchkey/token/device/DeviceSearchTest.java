package dev.latchkey.token.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.grant.ClientId;
import dev.latchkey.stores.RealStores;
import dev.latchkey.token.Neighbours;
import dev.latchkey.token.StoredFamily;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists and counts on PostgreSQL, compared with a list in memory. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class DeviceSearchTest {

  /** Nobody else's, so that a test finds its own devices alone. */
  private final String client = "tv-" + UUID.randomUUID();

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

  @Inject DeviceSearch search;

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  /** A device as the test has stored it. */
  private record Known(
      UUID id,
      UUID subject,
      @Nullable String serial,
      Instant linkedAt,
      Instant seenAt,
      boolean revoked) {

    boolean matches(DeviceFilter filter) {
      return filter.subject().map(subject::equals).orElse(true)
          && filter.serial().map(wanted -> wanted.equals(serial)).orElse(true)
          && contains(filter.linked(), linkedAt)
          && contains(filter.lastSeen(), seenAt)
          && filter.state().map(state -> (state == DeviceState.REVOKED) == revoked).orElse(true);
    }

    LocalDate day() {
      return seenAt.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static boolean contains(TimeRange range, Instant time) {
      return range.from().map(from -> !time.isBefore(from)).orElse(true)
          && range.until().map(time::isBefore).orElse(true);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void pagesAndCountsAreWhatTheFilterSays(long seed) {
    var random = new Random(seed);
    var subjects = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    var devices = new ArrayList<Known>();
    for (var device = 0; device < 60; device++) {
      devices.add(store(some(random, subjects), random));
    }

    for (var round = 0; round < 40; round++) {
      var filter = filter(random, subjects);
      var order = random.nextBoolean() ? DeviceOrder.NEWEST : DeviceOrder.LEAST_RECENTLY_SEEN;
      var list = await(search.begin(filter, order));

      var listed = pages(list, 1 + random.nextInt(7));
      var counted = await(search.count(list));

      assertThat(listed)
          .as("%s %s", order, filter)
          .containsExactlyElementsOf(
              devices.stream()
                  .filter(device -> device.matches(filter))
                  .sorted(comparator(order))
                  .map(Known::id)
                  .toList());
      assertThat(counted).isEqualTo(listed.size());
    }
  }

  @ParameterizedTest
  @EnumSource(DeviceOrder.class)
  void whatComesAndGoesMeanwhileMovesNoOther(DeviceOrder order) {
    // Given
    var random = new Random(7);
    var devices = new ArrayList<Known>();
    for (var device = 0; device < 30; device++) {
      devices.add(store(UUID.randomUUID(), random));
    }
    var list = await(search.begin(all(), order));
    var first = await(search.page(list, Optional.empty(), 10));

    // When
    var shown = first.devices().getFirst().device().id();
    var last = devices.stream().max(comparator(order)).orElseThrow().id();
    see(shown);
    see(last);
    StoredFamily.linked(stores, client);
    var rest = pages(list, first.end(), 10);

    // Then
    var both = new ArrayList<>(ids(first));
    both.addAll(rest);
    var expected = new ArrayList<>(devices.stream().map(Known::id).toList());
    if (order == DeviceOrder.LEAST_RECENTLY_SEEN) {
      // Seen since, it is none of those that were not.
      expected.remove(last);
    }
    assertThat(both).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void whatIsRareAmongManyIsFoundPageByPage() {
    // Given
    Neighbours.run(
        stores,
        """
        insert into issued.linked_device
            (id, grant_id, subject, client_id, scope, refreshable, auth_time, amr, address,
             secret_kid, generation)
          select gen_random_uuid(), 'grant-' || gen_random_uuid(), gen_random_uuid(), '%s',
              'openid', true, now(), 'pwd', '192.0.2.7', 't1', 1
            from generate_series(1, 20000)
        """
            .formatted(client));
    var rare =
        StoredFamily.linked(stores, client)
            .age(Duration.ofDays(3))
            .with("revoked_at = now(), revocation = 'CLIENT'");
    var list = await(search.begin(all().in(DeviceState.REVOKED), DeviceOrder.NEWEST));

    // When
    var first = await(search.page(list, Optional.empty(), 10));

    // Then
    assertThat(first.devices()).isEmpty();
    assertThat(first.end()).isPresent();
    assertThat(pages(list, first.end(), 10)).containsExactly(rare.id());
    assertThat(await(search.count(list))).isEqualTo(1);
  }

  private DeviceFilter all() {
    return new DeviceFilter(
        Optional.of(new ClientId(client)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        TimeRange.ALWAYS,
        TimeRange.ALWAYS,
        Optional.empty());
  }

  private DeviceFilter filter(Random random, List<UUID> subjects) {
    return new DeviceFilter(
        Optional.of(new ClientId(client)),
        perhaps(random, () -> some(random, subjects)),
        perhaps(random, () -> some(random, List.of("S1", "S2"))),
        Optional.empty(),
        range(random),
        range(random),
        perhaps(random, () -> some(random, List.of(DeviceState.values()))));
  }

  private TimeRange range(Random random) {
    return new TimeRange(
        perhaps(random, () -> hoursAgo(48 + random.nextInt(48))),
        perhaps(random, () -> hoursAgo(random.nextInt(48))));
  }

  /** Some of them at the same time. */
  private Known store(UUID subject, Random random) {
    var linkedAt = hoursAgo(24 + random.nextInt(72));
    var device =
        new Known(
            StoredFamily.linked(stores, client).id(),
            subject,
            random.nextInt(3) == 0 ? null : some(random, List.of("S1", "S2")),
            linkedAt,
            linkedAt.plus(random.nextInt(24), ChronoUnit.HOURS),
            random.nextInt(4) == 0);
    new StoredFamily(stores, device.id())
        .with(
            "subject = '%s', device_serial = %s, created_at = '%s', last_seen_at = '%s'%s"
                .formatted(
                    subject,
                    device.serial() == null ? "null" : "'" + device.serial() + "'",
                    device.linkedAt(),
                    device.seenAt(),
                    device.revoked() ? ", revoked_at = now(), revocation = 'CLIENT'" : ""));
    return device;
  }

  private void see(UUID device) {
    new StoredFamily(stores, device).with("last_seen_at = clock_timestamp()");
  }

  private List<UUID> pages(DeviceList list, int limit) {
    return pages(list, Optional.empty(), limit);
  }

  private List<UUID> pages(DeviceList list, Optional<DevicePlace> after, int limit) {
    var listed = new ArrayList<UUID>();
    var place = after;
    do {
      var page = await(search.page(list, place, limit));
      assertThat(page.devices()).hasSizeLessThanOrEqualTo(limit);
      listed.addAll(ids(page));
      place = page.end();
    } while (place.isPresent());
    return listed;
  }

  private static List<UUID> ids(DevicePage page) {
    return page.devices().stream().map(found -> found.device().id()).toList();
  }

  private static Comparator<Known> comparator(DeviceOrder order) {
    // As text, because PostgreSQL compares ids without a sign.
    var byId = Comparator.<Known, String>comparing(device -> device.id().toString());
    return switch (order) {
      case NEWEST -> Comparator.comparing(Known::linkedAt).thenComparing(byId).reversed();
      case LEAST_RECENTLY_SEEN -> Comparator.comparing(Known::day).thenComparing(byId);
    };
  }

  private Instant hoursAgo(int hours) {
    return now.minus(hours, ChronoUnit.HOURS);
  }

  private static <T> Optional<T> perhaps(Random random, Supplier<T> value) {
    return random.nextInt(3) == 0 ? Optional.of(value.get()) : Optional.empty();
  }

  private static <T> T some(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static <T> T await(Uni<T> work) {
    return work.await().atMost(Duration.ofSeconds(20));
  }
}

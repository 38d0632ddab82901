package dev.latchkey.token.device;

import dev.latchkey.oauth.store.SqlGate;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds devices for whoever administers, among millions. Fails with {@link
 * dev.latchkey.oauth.store.StoreUnavailableException} when PostgreSQL does.
 */
@ApplicationScoped
public class DeviceSearch {

  /** How many one statement looks through: some milliseconds. */
  private static final int SLICE = 2_000;

  /** The same, if all that comes back is a number. */
  private static final int COUNTED_SLICE = 10_000;

  /** How many slices are looked through for a page, before it is answered short. */
  private static final int MOST_SLICES = 10;

  private final SearchStatements statements;
  private final SqlGate sql;

  DeviceSearch(SearchStatements statements, SqlGate sql) {
    this.statements = statements;
    this.sql = sql;
  }

  /** The device of that id as it is now. */
  public Uni<Optional<DeviceRecord>> find(UUID id) {
    return sql.statement(() -> statements.records(List.of(id)))
        .map(found -> found.stream().findFirst());
  }

  /** A list that begins now. */
  public Uni<DeviceList> begin(DeviceFilter filter, DeviceOrder order) {
    return sql.statement(statements::now).map(now -> new DeviceList(filter, order, now));
  }

  /** The devices that follow that place, or the first ones. */
  public Uni<DevicePage> page(DeviceList list, Optional<DevicePlace> after, int limit) {
    return gather(list, after, limit + 1, 1)
        .flatMap(
            found -> {
              var matching = found.matching();
              var shown = matching.subList(0, Math.min(limit, matching.size()));
              var end = matching.size() > limit ? Optional.of(shown.getLast()) : found.end();
              return records(shown).map(records -> new DevicePage(records, end));
            });
  }

  /** How many belong to the list. Takes seconds for every million that is looked through. */
  public Uni<Long> count(DeviceList list) {
    return Multi.createBy()
        .repeating()
        .uni(() -> new Walk(list), Walk::count)
        .whilst(count -> count.end().isPresent())
        .collect()
        .with(Collectors.summingLong(DeviceCount::matching));
  }

  /** Looks through the next part of the list. */
  public Uni<DeviceSlice> slice(DeviceList list, Optional<DevicePlace> after) {
    return slice(list, after, SLICE);
  }

  private Uni<DeviceSlice> slice(DeviceList list, Optional<DevicePlace> after, int rows) {
    return sql.statement(() -> statements.slice(list, after, rows));
  }

  /** Looks through the list until as many are found, its end is reached, or enough is looked at. */
  private Uni<DeviceSlice> gather(
      DeviceList list, Optional<DevicePlace> after, int wanted, int slices) {
    return slice(list, after, slices == 1 ? 2 * wanted : SLICE)
        .flatMap(
            slice -> {
              var missing = wanted - slice.matching().size();
              return missing <= 0 || slice.end().isEmpty() || slices == MOST_SLICES
                  ? Uni.createFrom().item(slice)
                  : gather(list, slice.end(), missing, slices + 1).map(slice::followedBy);
            });
  }

  /** In the order of the places. */
  private Uni<List<DeviceRecord>> records(List<DevicePlace> places) {
    if (places.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    var ids = places.stream().map(DevicePlace::id).toList();
    return sql.statement(() -> statements.records(ids))
        .map(
            found -> {
              var byId =
                  found.stream()
                      .collect(Collectors.toMap(known -> known.device().id(), Function.identity()));
              return ids.stream().flatMap(id -> Stream.ofNullable(byId.get(id))).toList();
            });
  }

  /** Through a whole list, slice by slice. */
  private final class Walk {

    private final DeviceList list;
    private Optional<DevicePlace> after = Optional.empty();

    Walk(DeviceList list) {
      this.list = list;
    }

    Uni<DeviceCount> count() {
      return sql.statement(() -> statements.count(list, after, COUNTED_SLICE))
          .invoke(count -> after = count.end());
    }
  }
}

package dev.latchkey.token.device;

import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Writes the statements of a search. What an index answers decides which rows are looked through, a
 * bounded number of them; the rest of the filter only says which of those match. So no filter, how
 * little it may find, costs more than its bound (docs/adr/0019).
 */
final class SearchSql {

  /** A statement and its values. */
  record Statement(String text, Tuple values) {}

  private static final String TABLE = "issued.linked_device";

  private final List<Object> values = new ArrayList<>();

  private SearchSql() {}

  /** Of each row that is looked through: its key, its id, and whether it matches. */
  static Statement slice(DeviceList list, Optional<DevicePlace> after, int rows) {
    var sql = new SearchSql();
    return sql.statement(sql.sliceText(list, after, rows));
  }

  /** One row: the last that was looked through, and how many there were and matched. */
  static Statement count(DeviceList list, Optional<DevicePlace> after, int rows) {
    var sql = new SearchSql();
    var direction = list.order().direction();
    return sql.statement(
        """
        select key, id,
            count(*) filter (where matches) over walked as matching,
            row_number() over walked as examined
          from (%s) as slice
          window walked as (order by key %s, id %s rows unbounded preceding)
          order by examined desc limit 1
        """
            .formatted(sql.sliceText(list, after, rows), direction, direction));
  }

  /**
   * Revokes those that are linked, and belong to the list, when it gets to them. They are locked in
   * one order, so that two such statements do not wait for each other.
   */
  static Statement revoke(List<UUID> ids, DeviceList list, Revocation reason) {
    var sql = new SearchSql();
    var conditions = new ArrayList<>(List.of("revoked_at is null"));
    conditions.add("id = any(" + sql.value(ids.toArray(UUID[]::new)) + ")");
    conditions.addAll(sql.range("last_seen_at", list.filter().lastSeen()));
    return sql.statement(
        """
        with still as (select id as still_id from %s where %s order by id for update)
        update %s set revoked_at = clock_timestamp(), revocation = %s
          from still where id = still_id returning %s
        """
            .formatted(
                TABLE,
                String.join(" and ", conditions),
                TABLE,
                sql.value(reason.name()),
                DeviceColumns.LINKED));
  }

  private String sliceText(DeviceList list, Optional<DevicePlace> after, int rows) {
    var order = list.order();
    var named = named(list.filter());
    var sorted =
        Stream.concat(named.stream().limit(1).map(Named::column), Stream.of(order.column(), "id"))
            .map(column -> column + " " + order.direction())
            .toList();
    return "select %s as key, id, (%s) as matches from %s where %s order by %s limit %d"
        .formatted(
            order.column(),
            all(matching(list, named)),
            TABLE,
            all(examined(list, named, after)),
            String.join(", ", sorted),
            rows);
  }

  /** A column of which one value is asked for. */
  private record Named(String column, String type, Object value) {}

  /** The one with the fewest rows comes first: its index is read. */
  private static List<Named> named(DeviceFilter filter) {
    return Stream.of(
            filter.serial().map(serial -> new Named("device_serial", "text", serial)),
            filter.subject().map(subject -> new Named("subject", "uuid", subject)),
            filter.enrolment().map(enrolment -> new Named("enrolment", "uuid", enrolment)),
            filter.client().map(client -> new Named("client_id", "text", client.value())))
        .flatMap(Optional::stream)
        .toList();
  }

  /** What an index of the order answers. */
  private List<String> examined(DeviceList list, List<Named> named, Optional<DevicePlace> after) {
    var order = list.order();
    var conditions = new ArrayList<String>();
    // Not "=": for PostgreSQL the order would go without this column, and it might rather read the
    // index of all clients, and for long if those of this one are old.
    named.stream()
        .limit(1)
        .forEach(
            first ->
                conditions.add(
                    "%s = any(array[%s::%s])"
                        .formatted(first.column(), value(first.value()), first.type())));
    conditions.addAll(
        switch (order) {
          case NEWEST -> range("created_at", rest(list.filter().linked(), order, after));
          case LEAST_RECENTLY_SEEN ->
              days("last_seen_day", rest(list.filter().lastSeen(), order, after));
        });
    after.ifPresent(
        place ->
            conditions.add(
                "(%s, id) %s (%s, %s)"
                    .formatted(
                        order.column(), order.beyond(), value(place.key()), value(place.id()))));
    return conditions;
  }

  /** Behind a place, its own bound says more: with two, PostgreSQL may begin at the other one. */
  private static TimeRange rest(TimeRange range, DeviceOrder order, Optional<DevicePlace> after) {
    if (after.isEmpty()) {
      return range;
    }
    return switch (order) {
      case NEWEST -> new TimeRange(range.from(), Optional.empty());
      case LEAST_RECENTLY_SEEN -> new TimeRange(Optional.empty(), range.until());
    };
  }

  /** What is left to ask of each row. */
  private List<String> matching(DeviceList list, List<Named> named) {
    var filter = list.filter();
    var conditions = range("last_seen_at", filter.lastSeen());
    named.stream()
        .skip(1)
        .forEach(other -> conditions.add(other.column() + " = " + value(other.value())));
    if (list.order() != DeviceOrder.NEWEST) {
      conditions.addAll(range("created_at", filter.linked()));
    }
    filter
        .state()
        .ifPresent(
            state ->
                conditions.add(
                    switch (state) {
                      case LINKED -> "revoked_at is null";
                      case REVOKED -> "revoked_at is not null";
                    }));
    return conditions;
  }

  private List<String> range(String column, TimeRange range) {
    var conditions = new ArrayList<String>();
    range.from().ifPresent(from -> conditions.add(column + " >= " + value(utc(from))));
    range.until().ifPresent(until -> conditions.add(column + " < " + value(utc(until))));
    return conditions;
  }

  private List<String> days(String column, TimeRange range) {
    var conditions = new ArrayList<String>();
    range.from().ifPresent(from -> conditions.add(column + " >= " + value(day(from))));
    range.until().ifPresent(until -> conditions.add(column + " <= " + value(day(until))));
    return conditions;
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  private static LocalDate day(Instant moment) {
    return utc(moment).toLocalDate();
  }

  private static String all(List<String> conditions) {
    return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
  }

  /** Its place in the text. */
  private String value(Object value) {
    values.add(value);
    return "$" + values.size();
  }

  private Statement statement(String text) {
    return new Statement(text, Tuple.wrap(values));
  }
}

package dev.latchkey.compatibility;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.stores.PostgresProcess;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The release before on the tables of this one: made by it, with rows in them, then migrated. */
@TestInstance(Lifecycle.PER_CLASS)
class TablesTest {

  private final PostgresProcess postgres = PostgresProcess.start();
  private final Database database = new Database(postgres.database());

  private Map<String, Set<String>> known = Map.of();
  private Map<String, List<List<String>>> written = Map.of();

  @BeforeAll
  void migrate() {
    Migrations.ALL.forEach(each -> each.flyway(database.source(), each.before()).migrate());
    known = database.columns();
    Insertions.of(1).forEach(database::execute);
    written = read();
    // Fails if a migration that has been released is not what it was.
    Migrations.ALL.forEach(each -> each.flyway(database.source(), each.now()).migrate());
  }

  @AfterAll
  void close() {
    postgres.close();
  }

  @Test
  void everyTableAndColumnOfTheReleaseBeforeIsTried() {
    // When
    var tried = Insertions.columns();

    // Then
    assertThat(tried).isEqualTo(known);
  }

  @Test
  void whatItHasWrittenIsThere() {
    // When
    var found = read();

    // Then
    written.forEach((table, rows) -> assertThat(found.get(table)).as(table).containsAll(rows));
  }

  @Test
  void itWritesOn() {
    // When
    var rows =
        Stream.of(2, 3).flatMap(n -> Insertions.of(n).stream()).map(database::execute).toList();

    // Then
    assertThat(rows).hasSize(2 * known.size()).containsOnly(1);
  }

  @Test
  void itChangesWhatIsThere() {
    // When
    var changed = new TreeMap<String, Integer>();
    known.forEach(
        (table, columns) ->
            changed.put(
                table,
                database.execute(
                    "update "
                        + table
                        + columns.stream()
                            .map(c -> c + " = " + c)
                            .collect(joining(", ", " set ", "")))));

    // Then
    assertThat(changed.keySet()).isEqualTo(known.keySet());
    assertThat(changed.values()).allMatch(rows -> rows > 0);
  }

  @Test
  void oneOfItsPodsStartsBesideTheNewOnes() {
    // When
    var results =
        Migrations.ALL.stream()
            .map(each -> each.flyway(database.source(), each.before()).migrate())
            .toList();

    // Then
    assertThat(results).allSatisfy(result -> assertThat(result.migrationsExecuted).isZero());
  }

  /** All rows by all columns that the release before knows, as it reads them. */
  private Map<String, List<List<String>>> read() {
    var rows = new TreeMap<String, List<List<String>>>();
    known.forEach(
        (table, columns) ->
            rows.put(
                table, database.rows("select " + String.join(", ", columns) + " from " + table)));
    return rows;
  }
}

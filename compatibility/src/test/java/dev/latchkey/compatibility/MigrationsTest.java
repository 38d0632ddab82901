package dev.latchkey.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables grow; what does more than that is a step of its own, with a reason. */
class MigrationsTest {

  private static final String OLD = "create table known (id text primary key);";

  @Test
  void whatDoesMoreThanAddHasItsReason() {
    // When
    var steps = new ArrayList<List<String>>();
    for (var migrations : Migrations.ALL) {
      var ddl = new Ddl();
      for (var file : migrations.added()) {
        var where = "`%s` %s".formatted(migrations.schema(), Migrations.version(file));
        ddl.stepsOf(Release.read(file))
            .forEach(step -> steps.add(List.of(where, "`" + step + "`")));
      }
    }

    // Then
    var listed = Listing.of(Release.BEFORE.resolve("steps.md"));
    assertThat(listed).allSatisfy(row -> assertThat(row.get(2)).isNotBlank());
    assertThat(listed)
        .extracting(row -> row.subList(0, 2))
        .containsExactlyInAnyOrderElementsOf(steps);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drop table account",
        "alter table account drop column name",
        "alter table account rename column name to title",
        "alter table account rename to person",
        "alter table account alter column name type bytea",
        "alter table account alter column email set not null",
        "alter table account alter column username drop not null",
        "alter table account add column age integer not null",
        "alter table account add column boss uuid references account (id)",
        "alter table account add column code text unique",
        "alter table account add constraint age check (age > 0)",
        "alter table account add primary key (id)",
        "alter table account add note text, drop column name",
        "create unique index one_name on account (name)",
        "drop index account_username",
        "update account set name = 'x'",
        "delete from account",
        "truncate account"
      })
  void aStepIsFound(String statement) {
    // When
    var steps = new Ddl().stepsOf(OLD + statement + ";");

    // Then
    assertThat(steps).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter table account add column note text",
        "alter table account add note text, add column kind text not null default 'check, unique'",
        "create index account_note on account (note) -- drop table",
        "create table fresh (id text); create unique index one on fresh (id); alter table fresh drop id",
        "comment on table account is 'drop; table'"
      })
  void whatOnlyAddsIsNoStep(String statement) {
    // When
    var steps = new Ddl().stepsOf(statement + ";");

    // Then
    assertThat(steps).isEmpty();
  }
}

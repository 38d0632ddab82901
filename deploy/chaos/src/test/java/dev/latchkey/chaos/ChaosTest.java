package dev.latchkey.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.chaos.book.Balance;
import dev.latchkey.chaos.book.Books;
import dev.latchkey.chaos.book.Entry;
import dev.latchkey.chaos.book.Judgement;
import dev.latchkey.chaos.book.Note;
import dev.latchkey.chaos.fault.Course;
import dev.latchkey.chaos.load.Failovers;
import dev.latchkey.chaos.load.Load;
import dev.latchkey.chaos.load.Pause;
import dev.latchkey.chaos.load.People;
import dev.latchkey.chaos.load.Surroundings;
import dev.latchkey.chaos.load.Wire;
import dev.latchkey.chaos.report.Report;
import dev.latchkey.chaos.stand.Stand;
import dev.latchkey.chaos.stand.Unacknowledged;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The short form with every build; minutes long by {@code make chaos}. */
class ChaosTest {

  private static final int DEVICES = 30;

  /**
   * What is cut off in its middle is what we do here: the libraries' warnings of it say nothing.
   */
  private static final List<Logger> SILENCED =
      List.of(Logger.getLogger("io.netty"), Logger.getLogger("io.vertx"));

  /** Without these, books that balance say nothing. */
  private static final List<Note> TRIED =
      List.of(Note.REFRESHED, Note.ROTATED, Note.ASKED_AGAIN, Note.REFUSED_AGAIN, Note.HELD);

  private static final Duration TO_THE_END = Duration.ofSeconds(60);

  private final Settings settings = Settings.ofThisRun();
  private final Books books = new Books();
  private final Pause pause = new Pause();

  @BeforeAll
  static void silence() {
    SILENCED.forEach(logger -> logger.setLevel(Level.OFF));
  }

  @AfterEach
  void everybodyStops() {
    pause.stop();
  }

  @Test
  void theBooksBalanceWhateverFails() throws Exception {
    System.out.println("Chaos: " + settings);
    var registry = Path.of("src/test/resources/registry.yaml");
    try (var stand = new Stand(settings.home(), Path.of("target/run"), registry)) {
      // Given
      var failovers = new Failovers();
      var around =
          new Surroundings(
              new Wire(stand.url(), books),
              books,
              new People(books, pause),
              pause,
              stand.database(),
              failovers);
      var load = Load.start(around, DEVICES, settings.seed());
      var course = new Course(stand, books, pause, failovers, settings.seed());
      course.awaitCalm();

      // When
      var strikes =
          settings.isShort()
              ? course.few(settings.only())
              : course.all(settings.time(), settings.only());
      load.finish(TO_THE_END);

      // Then
      var unacknowledged = Unacknowledged.in(stand.logs());
      var judgement = new Judgement(stand.database().fences(), unacknowledged);
      var balance = Balance.of(books.accounts(), judgement, books.offences());
      new Report(settings.command(), strikes, balance, books).write(settings.pages());
      assertThat(balance.violations()).isEmpty();
      assertThat(stand.deaths()).as("processes that ended by themselves").isEmpty();
      assertThat(balance.count(Entry.REDEEMED)).as(Entry.REDEEMED.words()).isPositive();
      for (var note : TRIED) {
        assertThat(books.noted(note)).as(note.words()).isPositive();
      }
    }
  }
}

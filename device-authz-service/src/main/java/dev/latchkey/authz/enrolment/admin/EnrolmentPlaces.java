package dev.latchkey.authz.enrolment.admin;

import dev.latchkey.authz.enrolment.EnrolledDevice;
import dev.latchkey.authz.enrolment.EnrolmentToken;
import dev.latchkey.authz.enrolment.Place;
import dev.latchkey.oauth.admin.AdminQuery;
import dev.latchkey.oauth.admin.ProblemException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Where pages of the lists end, in words for a cursor. Words that are of none fail with {@link
 * ProblemException}.
 */
final class EnrolmentPlaces {

  private EnrolmentPlaces() {}

  static List<String> of(EnrolmentToken last) {
    return List.of(last.createdAt().toString(), last.id().toString());
  }

  static List<String> of(EnrolledDevice last) {
    return List.of(last.at().toString(), last.grant().value());
  }

  static Optional<Place<UUID>> ofToken(AdminQuery query) {
    return query.place().map(words -> read(words, UUID::fromString));
  }

  static Optional<Place<String>> ofDevice(AdminQuery query) {
    return query.place().map(words -> read(words, Function.identity()));
  }

  private static <I> Place<I> read(List<String> words, Function<String, I> id) {
    if (words.size() != 2) {
      throw AdminQuery.foreignCursor();
    }
    try {
      var at = OffsetDateTime.parse(words.getFirst());
      // PostgreSQL does not know all years that Java does.
      if (at.getYear() < 1970 || at.getYear() > 9999 || words.get(1).indexOf('\0') >= 0) {
        throw AdminQuery.foreignCursor();
      }
      return new Place<>(at, id.apply(words.get(1)));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw AdminQuery.foreignCursor();
    }
  }
}

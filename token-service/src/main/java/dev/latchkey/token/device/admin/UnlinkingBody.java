package dev.latchkey.token.device.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.oauth.admin.AdminBody;
import dev.latchkey.oauth.admin.ProblemException;
import dev.latchkey.oauth.admin.SentValue;
import dev.latchkey.token.device.DeviceFilter;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The wish to unlink the devices that match; those that are revoked never do. */
@Schema(
    name = "Unlinking",
    description =
        "Which devices to unlink: those to which all criteria apply, of which one at least")
record UnlinkingBody(
    @JsonProperty(Criteria.CLIENT) @Nullable String clientId,
    @Schema(format = "uuid") @JsonProperty(Criteria.SUBJECT) @Nullable String subject,
    @JsonProperty(Criteria.SERIAL) @Nullable String serial,
    @Schema(format = "uuid", description = "The enrolment token by which they were approved ahead")
        @JsonProperty(Criteria.ENROLMENT)
        @Nullable String enrolment,
    @Schema(format = "date-time") @JsonProperty(Criteria.LINKED_AFTER) @Nullable String linkedAfter,
    @Schema(format = "date-time", description = "Keeps devices out that are linked only now")
        @JsonProperty(Criteria.LINKED_BEFORE)
        @Nullable String linkedBefore,
    @Schema(format = "date-time") @JsonProperty(Criteria.LAST_SEEN_AFTER)
        @Nullable String lastSeenAfter,
    @Schema(format = "date-time") @JsonProperty(Criteria.LAST_SEEN_BEFORE)
        @Nullable String lastSeenBefore,
    @Schema(
            defaultValue = "true",
            description = "Only says what would be done. The default: nothing happens by oversight")
        @JsonProperty("dry_run")
        @Nullable Boolean dryRun,
    @Schema(
            minimum = "0",
            description =
                "How many devices match as far as you know, which the dry run tells. If more do,"
                    + " nothing is done. Required unless it is a dry run")
        @JsonProperty("at_most")
        @Nullable Long atMost)
    implements AdminBody {

  /** Fails with {@link ProblemException} if it is none, or means every device there is. */
  DeviceFilter filter() {
    var filter = Criteria.read(this::sent);
    if (filter.isOfEverything()) {
      throw new ProblemException(400, "The body names no criterion");
    }
    return filter;
  }

  boolean isDryRun() {
    return dryRun == null || dryRun;
  }

  /** Fails with {@link ProblemException} if it is not said. */
  long known() {
    if (atMost == null) {
      throw new ProblemException(
          400, "The field at_most is missing; a dry run tells how many devices match");
    }
    if (atMost < 0) {
      throw new ProblemException(400, "The field at_most is a number of devices");
    }
    return atMost;
  }

  private Optional<SentValue> sent(String name) {
    var value =
        switch (name) {
          case Criteria.CLIENT -> clientId;
          case Criteria.SUBJECT -> subject;
          case Criteria.SERIAL -> serial;
          case Criteria.ENROLMENT -> enrolment;
          case Criteria.LINKED_AFTER -> linkedAfter;
          case Criteria.LINKED_BEFORE -> linkedBefore;
          case Criteria.LAST_SEEN_AFTER -> lastSeenAfter;
          case Criteria.LAST_SEEN_BEFORE -> lastSeenBefore;
          default -> throw new IllegalArgumentException("no criterion: " + name);
        };
    return Optional.ofNullable(value).map(known -> SentValue.field(name, known));
  }
}

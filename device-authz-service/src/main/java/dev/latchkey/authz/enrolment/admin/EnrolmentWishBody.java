package dev.latchkey.authz.enrolment.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.authz.enrolment.EnrolmentWish;
import dev.latchkey.grant.Characters;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.Scope;
import dev.latchkey.grant.ServiceSubject;
import dev.latchkey.oauth.admin.AdminBody;
import dev.latchkey.oauth.admin.ProblemException;
import dev.latchkey.oauth.admin.SentValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The wish for an enrolment token. */
@Schema(
    name = "NewEnrolmentToken",
    description = "What to approve ahead; either account or service says whose the devices are")
record EnrolmentWishBody(
    @Schema(
            required = true,
            maxLength = EnrolmentWishBody.LONGEST_LABEL,
            description = "What you know it by, such as the delivery that it is for")
        @JsonProperty("label")
        @Nullable String label,
    @Schema(required = true, description = "The client of the devices") @JsonProperty("client_id")
        @Nullable String clientId,
    @Schema(
            format = "uuid",
            description =
                "The account that the devices belong to, the sub of their tokens. Whether it is"
                    + " there and not stopped is looked at whenever a device fetches tokens")
        @JsonProperty("account")
        @Nullable String account,
    @Schema(
            pattern = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}",
            description =
                "The service that they belong to, if they are nobody's: the sub of their tokens is"
                    + " service: and this name")
        @JsonProperty("service")
        @Nullable String service,
    @Schema(
            required = true,
            description =
                "What devices get of what they ask for; for a service without openid, profile and"
                    + " email")
        @JsonProperty("scopes")
        @Nullable List<@Nullable String> scopes,
    @Schema(description = "The API that it is for; the client's own if absent") @JsonProperty("api")
        @Nullable String api,
    @Schema(required = true, minimum = "1", maximum = "" + EnrolmentWishBody.MOST_DEVICES)
        @JsonProperty("count")
        @Nullable Integer count,
    @Schema(format = "date-time", description = "From now on if absent") @JsonProperty("valid_from")
        @Nullable String validFrom,
    @Schema(
            required = true,
            format = "date-time",
            description =
                "When devices are enrolled by it no more; at most"
                    + " latchkey.enrolment.longest-validity after valid_from")
        @JsonProperty("valid_until")
        @Nullable String validUntil,
    @Schema(
            defaultValue = "false",
            description =
                "Whether it is of no use until another administrator approves it, which"
                    + " latchkey.enrolment.four-eyes demands of all")
        @JsonProperty("requires_second_approval")
        @Nullable Boolean requiresSecondApproval)
    implements AdminBody {

  static final int LONGEST_LABEL = 200;
  static final int MOST_DEVICES = 1_000_000;

  /** Fails with {@link ProblemException} if it is none. */
  EnrolmentWish wish() {
    return new EnrolmentWish(
        knownLabel(),
        new ClientId(required("client_id", clientId).value()),
        knownAccount(),
        optional("service", service).map(EnrolmentWishBody::name),
        knownScopes(),
        optional("api", api).map(SentValue::value),
        knownCount(),
        optional("valid_from", validFrom).map(SentValue::time),
        required("valid_until", validUntil).time(),
        requiresSecondApproval != null && requiresSecondApproval);
  }

  private String knownLabel() {
    var known = required("label", label).value();
    if (!Characters.atMost(LONGEST_LABEL, known)) {
      throw new ProblemException(
          400, "The field label has at most %d characters".formatted(LONGEST_LABEL));
    }
    return known;
  }

  private Optional<UUID> knownAccount() {
    if ((account == null) == (service == null)) {
      throw new ProblemException(
          400, "Either the field account or the field service says whose the devices are");
    }
    return optional("account", account).map(SentValue::uuid);
  }

  private static String name(SentValue service) {
    if (!ServiceSubject.isName(service.value())) {
      throw new ProblemException(
          400, "The field service is up to 64 letters, digits, dots, dashes and underscores");
    }
    return service.value();
  }

  private Scope knownScopes() {
    if (scopes == null) {
      throw missing("scopes");
    }
    var tokens = new LinkedHashSet<String>();
    for (var scope : scopes) {
      if (scope == null
          || Scope.parse(scope).filter(read -> read.tokens().size() == 1).isEmpty()
          || !tokens.add(scope)) {
        throw new ProblemException(400, "The field scopes is a list of scopes, each once");
      }
    }
    return new Scope(tokens);
  }

  private int knownCount() {
    if (count == null) {
      throw missing("count");
    }
    if (count < 1 || count > MOST_DEVICES) {
      throw new ProblemException(
          400, "The field count is a number from 1 to %d".formatted(MOST_DEVICES));
    }
    return count;
  }

  private static SentValue required(String name, @Nullable String value) {
    return optional(name, value).orElseThrow(() -> missing(name));
  }

  private static Optional<SentValue> optional(String name, @Nullable String value) {
    return Optional.ofNullable(value).map(known -> SentValue.field(name, known));
  }

  private static ProblemException missing(String name) {
    return new ProblemException(400, "The field " + name + " is missing");
  }
}

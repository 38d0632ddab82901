package dev.latchkey.fleet.device;

import java.util.Set;
import java.util.regex.Pattern;

/** Reads what is neither success nor an answer to the question (RFC 6749 section 5.2). */
final class FailureReader {

  private static final Set<Integer> MISTAKE_STATUSES = Set.of(400, 401, 403);
  private static final Set<String> MISTAKES =
      Set.of(
          "invalid_request",
          "invalid_client",
          "unauthorized_client",
          "unsupported_grant_type",
          "invalid_scope",
          "invalid_target",
          "invalid_dpop_proof",
          "use_dpop_nonce");

  /** Section 5.2 allows more; nobody uses it, and a report is no place for a server's page. */
  private static final Pattern ERROR_CODE = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

  private FailureReader() {}

  static Failure read(Reply reply) {
    var json = reply.json();
    var error = json.map(body -> new Fields(body).text("error")).orElse("");
    var printable = ERROR_CODE.matcher(error).matches() ? error : "";
    if (Later.isSaidBy(reply.status())) {
      return new Later(printable, reply.pause());
    }
    if (MISTAKES.contains(error) && MISTAKE_STATUSES.contains(reply.status())) {
      return new Rejected(error);
    }
    if (json.isEmpty()) {
      return new Surprise(
          "status %d without a JSON object".formatted(reply.status()), reply.status());
    }
    return new Surprise(
        "status %d with %s"
            .formatted(reply.status(), printable.isEmpty() ? "no error code" : printable),
        reply.status());
  }
}

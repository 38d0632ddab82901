package dev.latchkey.redis;

import static dev.latchkey.redis.Grants.PHONE;
import static dev.latchkey.redis.Pod.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.audit.AuditEntry;
import dev.latchkey.grant.BrowserId;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.Decision;
import dev.latchkey.grant.GrantId;
import dev.latchkey.grant.Handover;
import dev.latchkey.grant.Proof;
import dev.latchkey.grant.UserCode;
import dev.latchkey.grant.UserCodeFormat;
import dev.latchkey.limit.Backoff;
import dev.latchkey.limit.Limit;
import dev.latchkey.live.CodeSpace;
import dev.latchkey.live.IssuedCodes;
import dev.latchkey.session.Challenge;
import dev.latchkey.session.Challenges.Ceremony;
import dev.latchkey.session.OpenedGrant;
import dev.latchkey.session.SessionId;
import dev.latchkey.session.SignedIn;
import dev.latchkey.session.UpstreamSession;
import dev.latchkey.stores.RedisPage;
import dev.latchkey.stores.RedisStore;
import dev.latchkey.stores.StoredAnswer;
import dev.latchkey.stores.StoredEvents;
import dev.latchkey.stores.StoredGrant;
import dev.latchkey.ticket.DeviceAction;
import dev.latchkey.ticket.DeviceName;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketId;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** {@code docs/redis-schema.md} against what the adapters really store. */
class SchemaTest {

  private static final Path PAGE = Path.of("..", "docs", "redis-schema.md");
  private static final Pattern FIELD = Pattern.compile("(?m)^\\| `([a-z_.<>]+)` \\|");

  private static final Pattern KEY = Pattern.compile("(?m)^\\| `([a-z-]+)(?::[^`]+)?` \\|");
  private static final Pattern SCRIPT = Pattern.compile("(?m)^\\| `([a-z_]+\\.lua)` \\|");

  private static final Path SCRIPTS = Path.of("src", "main", "resources", "lua");

  /** One of each kind of thing that keys are named by. */
  private static final Map<Class<?>, Object> OWNERS =
      Map.of(
          String.class,
          "a",
          GrantId.class,
          new GrantId("a"),
          ClientId.class,
          new ClientId("a"),
          BrowserId.class,
          new BrowserId("a"),
          SessionId.class,
          SessionId.random(),
          TicketId.class,
          TicketId.random(),
          Challenge.class,
          Challenge.random(),
          Ceremony.class,
          Ceremony.SIGN_IN);

  private final RedisStore redis = Topology.STANDALONE.store();
  private final Pod pod = Pod.of(Topology.STANDALONE);

  @Test
  void theUserThatOperatorsMakeMayUseEachKeyAndNoOther() throws IOException {
    // Given
    var keys = listed(KEY, "# What is in Redis");

    // When
    var allowed =
        RedisPage.userOfServers("").stream()
            .filter(word -> word.startsWith("~"))
            .map(word -> word.replaceAll("^~|:\\*$", ""))
            .toList();

    // Then
    assertThat(allowed).containsExactlyInAnyOrderElementsOf(keys);
  }

  @Test
  void listsEachFieldOfAGrant() throws IOException {
    // Given
    var stored = new TreeSet<String>();
    var code = pod.create(Grants.FULL).deviceCode();
    var proof = new Proof("the-challenge", "the-thumbprint");
    pod.poll(code, StoredGrant.TV, proof);
    pod.open(code, PHONE);
    pod.decide(code, PHONE, new Decision.Approve(Grants.STRONG));
    var number = StoredGrant.number(redis, code);
    pod.poll(code, StoredGrant.TV, proof, Optional.of(StoredGrant.otherThan(number)));
    pod.poll(code, StoredGrant.TV, proof, Optional.of(number));
    stored.addAll(StoredGrant.read(redis, code).keySet());
    var released = StoredGrant.approvedBy("alice").save(redis);
    pod.release(released.grantId(), pod.claim(released).claim());
    stored.addAll(StoredGrant.read(redis, released).keySet());
    var expired = StoredGrant.pending().withAuth0Profile().expired().save(redis);
    pod.poll(expired);
    stored.addAll(StoredGrant.read(redis, expired).keySet());
    var denied = StoredGrant.pending().openedBy(PHONE, Duration.ofMinutes(1)).save(redis);
    pod.decide(denied, PHONE, Grants.DENY);
    stored.addAll(StoredGrant.read(redis, denied).keySet());
    var ahead = pod.createApproved(Grants.BARE, Grants.AHEAD).deviceCode();
    stored.addAll(StoredGrant.read(redis, ahead).keySet());

    // When
    var listed = listed("## `grant:");

    // Then
    assertThat(listed).isEqualTo(stored);
  }

  @Test
  void listsEachFieldOfTheTerms() throws IOException {
    // Given
    var code = pod.create(Grants.FULL).deviceCode();
    var stored = StoredGrant.terms(redis, code).keySet();

    // When
    var listed = listed("## `terms:");

    // Then
    assertThat(listed).isEqualTo(new TreeSet<>(stored));
  }

  @Test
  void listsEachFieldOfAnAnswer() throws IOException {
    // Given
    var code = StoredGrant.approvedBy("alice").save(redis);
    var claim = pod.claim(code).claim();
    pod.complete(code.grantId(), claim, new Handover("sealed", "the-thumbprint"));
    var stored = StoredAnswer.read(redis, code).keySet();

    // When
    var listed = listed("## `answer:");

    // Then
    assertThat(listed).isEqualTo(new TreeSet<>(stored));
  }

  @Test
  void listsEachFieldOfTheNonces() throws IOException {
    // Given
    StoredNonces.of("old", "new", redis.now().minus(Duration.ofMinutes(6))).save(redis);
    answer(pod.nonces.current());
    var stored = StoredNonces.read(redis).keySet();

    // When
    var listed = listed("## `dpop-nonce`");

    // Then
    assertThat(listed).isEqualTo(new TreeSet<>(stored));
  }

  @Test
  void listsEachFieldOfThePressure() throws IOException {
    // Given
    var id = UUID.randomUUID();
    answer(pod.pressure.report(id, 40));
    var stored = redis.hash(RedisKey.POLL_PRESSURE).keySet();

    // When
    var listed = listed("## `poll-pressure`");

    // Then
    assertThat(stored).contains(id.toString());
    assertThat(listed).containsExactly("<pod>");
  }

  @Test
  void listsEachFieldOfAnAuditEvent() throws IOException {
    // Given
    var events = StoredEvents.in(redis);
    events.clear();
    pod.audit.append("{}");
    Awaitility.await().until(() -> !events.all().isEmpty());
    var stored = events.fields();

    // When
    var listed = listed("## `audit-events`");

    // Then
    assertThat(listed).isEqualTo(stored);
  }

  @Test
  void listsEachFieldOfAnUnreadableEvent() throws IOException {
    // Given
    answer(pod.backlog.setAside(List.of(new AuditEntry("1-1", "{}"))));
    var stored = StoredEvents.aside(redis).fields();

    // When
    var listed = listed("## `audit-unreadable`");

    // Then
    assertThat(listed).isEqualTo(stored);
  }

  @Test
  void listsEachFieldOfTheLiveCodes() throws IOException {
    // Given
    var space = CodeSpace.of(UserCodeFormat.DEFAULT);
    answer(pod.liveCodes.count(List.of(new IssuedCodes(space, Duration.ofMinutes(10), 1))));
    var stored = redis.hash(RedisKey.LIVE_CODES).keySet();

    // When
    var listed = listed("## `live-codes`");

    // Then
    assertThat(stored).allMatch(field -> field.matches("(base20|digits)-[0-9]+ [0-9]{13}"));
    assertThat(listed).containsExactly("<kind><end>");
  }

  @Test
  void listsEachFieldOfASession() throws IOException {
    // Given
    var session = answer(pod.sessions.start());
    answer(
        pod.sessions.remember(
            session, new OpenedGrant(new GrantId("telly"), new UserCode("WDJBMJHT"), List.of())));
    var there = new UpstreamSession("corp", "https://id.example.com", "a1", "s1", Set.of("Staff"));
    var person = new SignedIn("alice", 0, Instant.EPOCH, Set.of("pwd"), "gold", Optional.of(there));
    var id = answer(pod.sessions.signIn(session, person)).id();
    var stored = new TreeSet<>(redis.hash(RedisKey.session(id)).keySet());
    stored.addAll(redis.hash(RedisKey.session(session.id())).keySet());

    // When
    var listed = listed("## `session:");

    // Then
    assertThat(listed)
        .isEqualTo(
            new TreeSet<>(
                stored.stream()
                    .map(field -> field.replaceAll("^grant\\..*", "grant.<handle>"))
                    .toList()));
  }

  @Test
  void listsEachFieldOfALimit() throws IOException {
    // Given
    var limit = new Limit("schema", 1, Duration.ofMinutes(1));
    answer(pod.limiter.take(limit, "somebody"));
    answer(pod.limiter.take(limit, "somebody"));
    var stored = redis.hash(RedisKey.limit("schema", "somebody")).keySet();

    // When
    var listed = listed("## `limit:");

    // Then
    assertThat(listed)
        .isEqualTo(
            new TreeSet<>(
                stored.stream().map(field -> field.replaceAll("^\\d+$", "<slice>")).toList()));
  }

  @Test
  void listsEachFieldOfABackoff() throws IOException {
    // Given
    var minute = Duration.ofMinutes(1);
    var backoff = new Backoff("schema", 0, minute, minute, minute);
    answer(pod.backoffs.attempt(backoff, "somebody"));
    answer(pod.backoffs.attempt(backoff, "somebody"));
    var stored = redis.hash(RedisKey.backoff("schema", "somebody")).keySet();

    // When
    var listed = listed("## `backoff:");

    // Then
    assertThat(listed).isEqualTo(new TreeSet<>(stored));
  }

  @Test
  void listsEachFieldOfATicket() throws IOException {
    // Given
    var name = DeviceName.parse("Kitchen");
    var rename = new Ticket("alice", new DeviceAction.Rename(UUID.randomUUID(), name));
    var id = answer(pod.tickets.issue(rename));
    var stored = new JsonObject(String.valueOf(redis.execute("GET", RedisKey.ticket(id))));

    // When
    var listed = listed("## `ticket:");

    // Then
    assertThat(listed).isEqualTo(new TreeSet<>(stored.fieldNames()));
  }

  @Test
  void listsEachKey() throws IOException {
    // Given
    var keys =
        new TreeSet<>(
            Set.of(
                RedisKey.PROOF_NONCES,
                RedisKey.POLL_PRESSURE,
                RedisKey.LIVE_CODES,
                RedisKey.AUDIT_EVENTS,
                RedisKey.AUDIT_UNREADABLE));
    for (var method : RedisKey.class.getDeclaredMethods()) {
      if (!Modifier.isPrivate(method.getModifiers()) && method.getReturnType() == String.class) {
        keys.add(prefix(method));
      }
    }
    // A channel, which has a section of its own.
    keys.remove("decided");

    // When
    var listed = listed(KEY, "# What is in Redis");

    // Then
    assertThat(listed).isEqualTo(keys);
  }

  @Test
  void listsEachScript() throws IOException {
    // Given
    var scripts = new TreeSet<String>();
    try (var files = Files.list(SCRIPTS)) {
      files.map(file -> String.valueOf(file.getFileName())).forEach(scripts::add);
    }

    // When
    var listed = listed(SCRIPT, "# What is in Redis");

    // Then
    assertThat(listed).isEqualTo(scripts);
  }

  private static String prefix(Method method) {
    try {
      var arguments = Stream.of(method.getParameterTypes()).map(OWNERS::get).toArray();
      var key = String.valueOf(method.invoke(null, arguments));
      return key.substring(0, key.indexOf(':'));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(method.toString(), e);
    }
  }

  private static Set<String> listed(String heading) throws IOException {
    return listed(FIELD, heading);
  }

  private static Set<String> listed(Pattern row, String heading) throws IOException {
    var page = Files.readString(PAGE);
    var from = page.indexOf(heading);
    assertThat(from).as(heading).isNotNegative();
    var to = page.indexOf("\n## ", from);
    var fields = new TreeSet<String>();
    row.matcher(page.substring(from, to < 0 ? page.length() : to))
        .results()
        .forEach(match -> fields.add(match.group(1)));
    return fields;
  }
}

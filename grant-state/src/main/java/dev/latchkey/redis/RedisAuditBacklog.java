package dev.latchkey.redis;

import dev.latchkey.audit.AuditBacklog;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.grant.GrantStoreException;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class RedisAuditBacklog implements AuditBacklog {

  private static final LuaScript READ = LuaScript.load("audit_read.lua");
  private static final LuaScript DONE = LuaScript.load("audit_done.lua");

  /** Far longer than a consumer needs that is alive and has PostgreSQL. */
  private static final Duration ABANDONED = Duration.ofMinutes(1);

  private static final int MOST_UNREADABLE = 1_000;

  private final RedisConnections redis;

  RedisAuditBacklog(RedisConnections redis) {
    this.redis = redis;
  }

  @Override
  public Uni<List<AuditEntry>> read(UUID consumer, int most) {
    var arguments =
        List.of(consumer.toString(), Integer.toString(most), Long.toString(ABANDONED.toMillis()));
    return READ.run(redis, RedisKey.AUDIT_EVENTS, arguments).map(RedisAuditBacklog::entries);
  }

  private static List<AuditEntry> entries(Response reply) {
    var name = reply.get(0).toString();
    if (!name.equals("ENTRIES")) {
      throw READ.unknownReply(name);
    }
    var flat = reply.get(1);
    var entries = new ArrayList<AuditEntry>();
    for (var index = 0; index + 1 < flat.size(); index += 2) {
      entries.add(new AuditEntry(flat.get(index).toString(), flat.get(index + 1).toString()));
    }
    return List.copyOf(entries);
  }

  @Override
  public Uni<Void> done(List<AuditEntry> entries) {
    if (entries.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return DONE.run(redis, RedisKey.AUDIT_EVENTS, entries.stream().map(AuditEntry::id).toList())
        .invoke(
            reply -> {
              var name = reply.get(0).toString();
              if (!name.equals("DONE")) {
                throw DONE.unknownReply(name);
              }
            })
        .replaceWithVoid();
  }

  /** First a copy, then done: what fails in between is there twice, and not lost. */
  @Override
  public Uni<Void> setAside(List<AuditEntry> entries) {
    if (entries.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return Uni.join()
        .all(entries.stream().map(this::copy).toList())
        .andFailFast()
        .flatMap(copied -> done(entries));
  }

  private Uni<Response> copy(AuditEntry entry) {
    return redis
        .send(
            Request.cmd(Command.XADD)
                .arg(RedisKey.AUDIT_UNREADABLE)
                .arg("MAXLEN")
                .arg(MOST_UNREADABLE)
                .arg("*")
                .arg("entry")
                .arg(entry.id())
                .arg("event")
                .arg(entry.event()))
        .onFailure()
        .transform(GrantStoreException::new);
  }

  @Override
  public Uni<Long> size() {
    return redis
        .send(Request.cmd(Command.XLEN).arg(RedisKey.AUDIT_EVENTS))
        .map(Response::toLong)
        .onFailure()
        .transform(GrantStoreException::new);
  }
}

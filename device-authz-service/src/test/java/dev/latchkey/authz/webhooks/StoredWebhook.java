package dev.latchkey.authz.webhooks;

import dev.latchkey.authz.events.EventRows;
import dev.latchkey.stores.RealStores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A webhook in PostgreSQL that no file declares, and what is still to be sent to it, spelled out as
 * {@code V6__webhooks.sql} has it.
 */
public record StoredWebhook(RealStores stores, String name) {

  /** Of no other test. */
  public static StoredWebhook make(RealStores stores, String url) {
    var webhook = new StoredWebhook(stores, "w-" + UUID.randomUUID());
    webhook
        .rows()
        .run(
            "insert into registry.webhook (name, url, events, enabled, declared)"
                + " values ('%s', '%s', 'none', true, false)".formatted(webhook.name, url));
    return webhook;
  }

  /** An event that waits to be sent. */
  public String waiting() {
    return waiting(1).getFirst();
  }

  /** So many. */
  public List<String> waiting(int events) {
    var ids = new ArrayList<String>();
    for (var i = 0; i < events; i++) {
      ids.add(EventRows.id(Instant.now()).toString());
    }
    rows()
        .run(
            """
            insert into registry.audit_event (id, at, service, event, client_id, details)
              select id, now(), 'test', 'none', 'tv', '{}' from unnest('{%1$s}'::uuid[]) id;
            insert into registry.webhook_delivery (event_id, webhook)
              select id, '%2$s' from unnest('{%1$s}'::uuid[]) id
            """
                .formatted(String.join(",", ids), name));
    return ids;
  }

  /** An event that has waited for so long. */
  public String waitingFor(Duration age) {
    var id = waiting();
    set("since = now() - interval '%d seconds'".formatted(age.toSeconds()), id);
    return id;
  }

  /** A dead letter. */
  public String dead() {
    var id = waiting();
    set("dead_at = now(), attempts = 80, failure = 'http_500'", id);
    return id;
  }

  /** Lets its next attempt be now. */
  public void due(String event) {
    set("due_at = now() - interval '1 second'", event);
  }

  /** Which of an event's columns has that value. */
  public String column(String column, String event) {
    var values =
        rows()
            .strings(
                "select (%s)::text from registry.webhook_delivery where webhook = '%s' and event_id = '%s'"
                    .formatted(column, name, event));
    return values.isEmpty() ? "gone" : values.getFirst();
  }

  public String state(String event) {
    return column("case when dead_at is null then 'waiting' else 'dead' end", event);
  }

  /** How many are there, waiting or dead. */
  public int count() {
    return queued().size();
  }

  /** What is in its queue: how often each was tried, and why that failed. */
  List<String> queued() {
    return rows()
        .strings(
            "select attempts || ' ' || coalesce(failure, 'not failed')"
                + " from registry.webhook_delivery where webhook = '"
                + name
                + "'");
  }

  /** Changes the webhook. */
  public void change(String assignment) {
    rows().run("update registry.webhook set " + assignment + " where name = '" + name + "'");
  }

  public String told(String column) {
    return rows()
        .strings(
            "select (%s)::text from registry.webhook where name = '%s'".formatted(column, name))
        .getFirst();
  }

  public void delete() {
    rows().run("delete from registry.webhook_delivery where webhook = '" + name + "'");
    rows().run("delete from registry.webhook where name = '" + name + "'");
  }

  private void set(String assignment, String event) {
    rows()
        .run(
            "update registry.webhook_delivery set %s where webhook = '%s' and event_id = '%s'"
                .formatted(assignment, name, event));
  }

  private EventRows rows() {
    return new EventRows(stores);
  }
}

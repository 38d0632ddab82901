-- Where audit events are sent to, and what is still to be sent. Secrets are not here. Events have a
-- space between; none stands for every kind.

create table webhook (
  name         text        primary key,
  url          text        not null,
  events       text        not null,
  enabled      boolean     not null,
  declared     boolean     not null,
  delivered_at timestamptz,
  failed_at    timestamptz,
  failure      text
);

-- A row until the event is delivered, made together with the event's. It waits until due_at, and is a
-- dead letter once dead_at is there. Each attempt has its number: who comes back late with the outcome
-- of an older one changes nothing.
create table webhook_delivery (
  event_id uuid        not null references audit_event (id) on delete cascade,
  webhook  text        not null references webhook (name),
  since    timestamptz not null default now(),
  due_at   timestamptz not null default now(),
  attempts integer     not null default 0,
  dead_at  timestamptz,
  failure  text,
  primary key (event_id, webhook)
);

create index webhook_delivery_due   on webhook_delivery (webhook, due_at)   where dead_at is null;
create index webhook_delivery_since on webhook_delivery (webhook, since)    where dead_at is null;
create index webhook_delivery_dead  on webhook_delivery (webhook, event_id) where dead_at is not null;

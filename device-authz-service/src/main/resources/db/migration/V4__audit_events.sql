-- What happened, for docs/audit-events.md. Ids are UUIDs of version 7: they sort by time, so the
-- primary key is the index by time, and each other index is in the order of time too.

create table audit_event (
  id        uuid        primary key,
  at        timestamptz not null,
  service   text        not null,
  event     text        not null,
  auth0     text,
  grant_id  text,
  client_id text,
  subject   text,
  details   jsonb       not null
);

create index audit_event_event   on audit_event (event, id);
create index audit_event_grant   on audit_event (grant_id, id)  where grant_id is not null;
create index audit_event_client  on audit_event (client_id, id) where client_id is not null;
create index audit_event_subject on audit_event (subject, id)   where subject is not null;

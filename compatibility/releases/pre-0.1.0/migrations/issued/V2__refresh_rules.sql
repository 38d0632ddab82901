-- What the rules of refreshing need to know (DESIGN section 4).
alter table linked_device
  -- The key that the tokens are bound to (RFC 9449).
  add column dpop_jkt     text,
  -- Somebody has shown the current generation: the answer that carried it was not lost.
  add column current_used boolean not null default false,
  -- The generation before the current one was served once more, long after it was replaced.
  add column late_replay  boolean not null default false,
  -- Why revoked_at is set.
  add column revocation   text,
  -- All times are by this clock, however skewed the services' own are.
  alter column created_at   set default clock_timestamp(),
  alter column rotated_at   set default clock_timestamp(),
  alter column last_seen_at set default clock_timestamp();

alter table redemption alter column redeemed_at set default clock_timestamp();

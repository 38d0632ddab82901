-- What a person sees of a device on My devices (DESIGN section 5). No index on last_seen_at, which
-- would be written with every refresh: linked_device_subject finds the few rows of a person.
alter table linked_device
  -- What the person calls it; device_name stays what it claims.
  add column own_name     text,
  -- Where it was last seen; address stays where it was linked.
  add column last_address text;

-- A key's state follows from these and the time alone: see package dev.latchkey.token.keys.
alter table signing_key add column activates_at timestamptz;
alter table signing_key add column retires_at timestamptz;
alter table signing_key add column gone_at timestamptz;

-- The keys that are there already sign.
update signing_key set activates_at = created_at;

alter table signing_key alter column activates_at set not null;
alter table signing_key
  add constraint signing_key_ends check ((retires_at is null) = (gone_at is null));

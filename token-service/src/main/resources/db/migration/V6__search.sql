-- What administrators search linked devices by. Each index ends in the order of a list and in the
-- id, so that a page is read where the one before it ended.
--
-- On a table that has rows, this writes them all once and keeps refreshes waiting meanwhile.

alter table linked_device
  -- The day in UTC on which it was last seen. An index on last_seen_at would be written with every
  -- refresh, and with it all others; one on the day is with the first refresh of a day.
  add column last_seen_day date not null
    generated always as ((last_seen_at at time zone 'UTC')::date) stored;

create index linked_device_newest on linked_device (created_at, id);
create index linked_device_of_client on linked_device (client_id, created_at, id);
create index linked_device_of_subject on linked_device (subject, created_at, id);
create index linked_device_serial on linked_device (device_serial, created_at, id)
  where device_serial is not null;
create index linked_device_seen on linked_device (last_seen_day, id);
create index linked_device_of_client_seen on linked_device (client_id, last_seen_day, id);

-- Their columns are the first ones above.
drop index linked_device_subject;
drop index linked_device_client;

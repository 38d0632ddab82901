-- What is switched off for now. Something is off as long as anybody says so: the registry file or an
-- administrator, each in rows of its own. Its name is empty for the whole service.

create table kill_switch (
  kind      text        not null,
  name      text        not null,
  source    text        not null,
  since     timestamptz not null default now(),
  thrown_by text,
  primary key (kind, name, source)
);

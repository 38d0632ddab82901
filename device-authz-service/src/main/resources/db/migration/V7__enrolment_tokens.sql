-- Devices that an operator approves ahead (ADR 0022). A token is a secret: only its SHA-256 is here.

create table enrolment_token (
  id          uuid        primary key,
  digest      text        not null unique,
  label       text        not null,
  client_id   text        not null,
  -- Whose the devices are: an account's (people.account), or a service's, which is a name only.
  account     uuid,
  service     text,
  -- Tokens with a space between, as OAuth writes them.
  scopes      text        not null,
  api         text,
  -- How many devices it is for, and how many have come.
  allowed     integer     not null,
  used        integer     not null default 0,
  valid_from  timestamptz not null,
  valid_until timestamptz not null,
  state       text        not null,
  -- Counts what administrators change; devices that come change nothing of it.
  version     bigint      not null default 1,
  created_at  timestamptz not null default clock_timestamp(),
  created_by  text        not null,
  approved_at timestamptz,
  approved_by text,
  revoked_at  timestamptz,
  revoked_by  text,
  check ((account is null) <> (service is null)),
  check (used between 0 and allowed),
  check (approved_by <> created_by)
);

create index enrolment_token_newest    on enrolment_token (created_at, id);
create index enrolment_token_of_client on enrolment_token (client_id, created_at, id);

-- One row per device that was approved by one: whether it fetched its tokens, token-service knows.
create table enrolment (
  grant_id      text        primary key,
  token         uuid        not null references enrolment_token (id),
  enrolled_at   timestamptz not null default clock_timestamp(),
  address       text        not null,
  device_name   text,
  device_model  text,
  device_serial text,
  app_version   text
);

create index enrolment_of_token on enrolment (token, enrolled_at, grant_id);

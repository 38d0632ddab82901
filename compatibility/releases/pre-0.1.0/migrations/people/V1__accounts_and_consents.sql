-- Local accounts. The id is the subject of tokens and is never used again.
-- token-service reads id, username, name, email, email_verified, disabled and updated_at.
create table account (
  id             uuid        primary key,
  username       text        not null,
  name           text        not null,
  email          text,
  email_verified boolean     not null default false,
  password_hash  text        not null,
  disabled       boolean     not null default false,
  declared       boolean     not null default false,
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now()
);

create unique index account_username on account (lower(username));

comment on column account.declared is
  'comes from the registry file: disabled when it is gone from there';

-- What a person agreed to, so that the same is not asked again.
create table consent (
  account    uuid        not null references account (id) on delete cascade,
  client_id  text        not null,
  api        text        not null,
  scope      text        not null,
  granted_at timestamptz not null default now(),
  primary key (account, client_id, api, scope)
);

comment on column consent.api is 'the API identifier, empty if no API was asked for';
comment on column consent.scope is 'the scope tokens agreed to together, sorted, a space between';

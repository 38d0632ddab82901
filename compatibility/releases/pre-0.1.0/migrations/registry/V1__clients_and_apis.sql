-- What may ask for codes, and what for. Lifetimes and intervals are milliseconds; lists are tokens
-- with a space between, as OAuth writes them.

create table api (
  identifier            text    primary key,
  name                  text    not null,
  allow_offline_access  boolean not null,
  access_token_lifetime bigint  not null,
  enabled               boolean not null,
  declared              boolean not null
);

create table api_scope (
  api   text not null references api (identifier) on delete cascade,
  scope text not null,
  words text not null,
  primary key (api, scope)
);

create table client (
  client_id                  text    primary key,
  name                       text    not null,
  token_endpoint_auth_method text    not null,
  secret_hash                text,
  grant_types                text    not null,
  scopes                     text    not null,
  default_api                text    references api (identifier),
  code_lifetime              bigint  not null,
  code_interval              bigint  not null,
  code_charset               text    not null,
  code_mask                  text    not null,
  error_profile              text    not null,
  enabled                    boolean not null,
  declared                   boolean not null
);

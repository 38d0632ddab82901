-- What a client may say of its keys, of the pages it runs on and of its tokens, and which clients
-- ask about an API's tokens. Lifetimes are milliseconds, null for the installation's own; lists
-- have a space between.

alter table client
  add jwks                      text,
  add jwks_uri                  text,
  add allowed_origins           text    not null default '',
  add require_pkce              boolean not null default false,
  add require_dpop              boolean not null default false,
  add refresh_rotation          boolean not null default true,
  add refresh_idle_lifetime     bigint,
  add refresh_absolute_lifetime bigint,
  add id_token_alg              text;

alter table api
  add introspection_clients text not null default '';

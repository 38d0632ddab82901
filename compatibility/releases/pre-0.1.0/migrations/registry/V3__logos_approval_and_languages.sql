-- How a client looks on pages, what it demands of whoever approves its devices, and the words of
-- scopes in more than one language. Networks have a space between, groups a line each.

alter table client
  add logo                  text,
  add logo_id               text,
  add first_party           boolean not null default false,
  add approval_typed_code   boolean not null default false,
  add approval_networks     text    not null default '',
  add approval_same_network boolean not null default false,
  add approval_groups       text    not null default '',
  add approval_confirmation text;

-- Pages ask for a logo by its id; two clients may have the same one.
create index client_logo_id on client (logo_id) where logo_id is not null;

alter table api_scope
  add language text not null default 'en';

alter table api_scope
  drop constraint api_scope_pkey,
  add primary key (api, scope, language),
  alter language drop default;

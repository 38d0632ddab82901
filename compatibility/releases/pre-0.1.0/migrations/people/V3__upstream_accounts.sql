-- Somebody who only ever signs in at a provider has no password here.
alter table account alter column password_hash drop not null;

comment on column account.username is
  'to sign in with; of an account made by an upstream provider <provider>/<its name there>, which no local account can have';

-- An administrator can lock an account until further notice: no sign-in, no tokens. Unlike disabled,
-- which is also what becomes of an account that is gone from the registry file.
alter table account add column locked boolean not null default false;

-- Who vouches for an account: linked by issuer and subject, never by e-mail. token-service reads
-- provider, account and signed_in_at.
create table upstream_identity (
  issuer       text        not null,
  subject      text        not null,
  provider     text        not null,
  account      uuid        not null references account (id) on delete cascade,
  signed_in_at timestamptz not null,
  primary key (issuer, subject)
);

create index upstream_identity_account on upstream_identity (account);

comment on column upstream_identity.provider is 'the name it has in the settings';
comment on column upstream_identity.signed_in_at is
  'the last sign-in there; devices of the account refresh for some time after it';

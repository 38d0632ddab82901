-- So that a start need not hash the registry file's passwords to see that they are the same as before.
alter table account add column declared_password_mac bytea;

comment on column account.declared_password_mac is
  'a keyed MAC over id, declared_password_hash and the password that it is of; none: not known yet';

-- Administrators look accounts up by it.
create index account_email on account (lower(email)) where email is not null;

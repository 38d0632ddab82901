-- The authentication context of the approving sign-in, if it has a name: refreshed tokens say it too.
alter table linked_device add column acr text;

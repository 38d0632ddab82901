-- Devices that an operator approved ahead, by an enrolment token of device-authz-service (ADR 0022).
--
-- On a table that has rows, the index is made by reading them all once, and keeps refreshes waiting
-- meanwhile: some seconds for a million.

alter table linked_device
  -- The id of the enrolment token; null if a person approved.
  add column enrolment uuid,
  -- Whose it is, if it is nobody's: the sub of its tokens is service:<this>.
  add column service text,
  alter column subject drop not null,
  -- For rows from now on: those that are there all have a subject.
  add constraint linked_device_owner check ((subject is null) <> (service is null)) not valid;

create index linked_device_of_enrolment on linked_device (enrolment, created_at, id)
  where enrolment is not null;

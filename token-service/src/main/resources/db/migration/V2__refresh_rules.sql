-- What the rules of refreshing need to know (DESIGN section 4).
alter table linked_device add column dpop_jkt text;

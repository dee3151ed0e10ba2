-- Records of every kind are kept, not a consignment's alone. The topic brings what was left out so far.
truncate consumed, consignment, consignment_party, step;
alter table step rename to record;
alter table record drop constraint step_consignment_fkey;
alter table record rename column consignment to subject;
alter index step_pkey rename to record_pkey;
alter index step_by_position rename to record_by_position;
alter table consignment drop column version;

-- The first position that Kafka may not have yet.
create table relay (
  only_row boolean primary key default true check (only_row),
  next_position bigint not null check (next_position >= 0)
);
insert into relay (next_position) values (0);

-- The next free position. One row; whoever moves it owns the positions between.
create table head (
  only_row boolean primary key default true check (only_row),
  position bigint not null check (position >= 0)
);
insert into head (position) values (0);

create table record (
  position bigint primary key,
  id uuid not null unique,
  subject uuid not null,
  version bigint not null check (version >= 0),
  hash bytea not null check (length(hash) = 32),
  -- SHA-256(the record's nonce, what was submitted): tells a repetition from another statement under the same id
  content bytea not null check (length(content) = 32),
  bytes bytea not null,
  unique (subject, version)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'records are never changed';
end $$;
create trigger record_is_append_only before update or delete or truncate on record
  for each statement execute function refuse_change();

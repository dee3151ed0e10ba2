-- Personal values and signed statements with the salts that hide them in the records.
create table vault (
  id uuid not null references record (id),
  name text not null,
  value text not null,
  salt bytea not null check (length(salt) = 32),
  primary key (id, name)
);

-- Plates are searched for without blanks and hyphens.
create index vault_plate on vault (upper(regexp_replace(value, '[\s-]', '', 'g'))) where name = 'plate';

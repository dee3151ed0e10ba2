create table organisation (
  id uuid primary key,
  name text not null
);
create table site (
  number text primary key,
  organisation uuid not null references organisation (id),
  name text not null,
  place text not null
);

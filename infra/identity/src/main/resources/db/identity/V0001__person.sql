create table person (
  id uuid primary key,
  sign_in_name text not null unique,
  password_hash text not null,
  organisation uuid not null,
  roles text[] not null,
  jurisdiction text[] not null
);

-- Whose phone it is stays here; records name the key only.
create table device (
  thumbprint text primary key,
  key text not null,
  name text not null,
  organisation uuid not null,
  subject text not null,
  sign_in_name text not null,
  enrolled_at timestamptz not null,
  revoked_at timestamptz
);
create index device_organisation on device (organisation);
create index device_subject on device (subject);

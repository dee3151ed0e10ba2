create table rebuild (
    requested_at timestamptz primary key,
    finished_at timestamptz
);

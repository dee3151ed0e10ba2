-- The last record of each subject, as its hash: what the next one must name.
create table subject_head (
    subject uuid primary key,
    version bigint not null check (version >= 0),
    hash bytea not null check (length(hash) = 32)
);

-- From which offset of a partition to read on: at or before every record that is not in the log yet.
create table progress (
    partition integer primary key,
    next_offset bigint not null check (next_offset >= 0)
);

-- How long the log is. Its one row moves only together with tiles, subject heads and progress.
create table log (
    one boolean primary key default true check (one),
    size bigint not null check (size >= 0)
);
insert into log (size) values (0);

-- The widest version of each tile; level -1 holds the entries (C2SP tlog-tiles).
create table tile (
    level smallint not null check (level between -1 and 63),
    place bigint not null check (place >= 0),
    width smallint not null check (width between 1 and 256),
    bytes bytea not null,
    primary key (level, place)
);

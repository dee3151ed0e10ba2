-- What is found about consignments, as it was when each was last read.
create table finding (
    consignment uuid not null,
    place int not null,
    code text not null,
    -- the statement that it is about, if it is about one
    statement uuid,
    since timestamptz not null,
    to_parties boolean not null,
    to_authorities boolean not null,
    primary key (consignment, place)
);
create index finding_by_since on finding (since desc, consignment desc, place desc);
create index finding_by_code on finding (code, since desc);

-- The consignments that were read, and whether time alone may still change what is found about one that has ended.
create table inspected (
    consignment uuid primary key,
    at timestamptz not null,
    pending boolean not null
);

-- The consignments that are to be read again.
create table to_inspect (
    consignment uuid primary key
);

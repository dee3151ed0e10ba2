-- Every look that an authority takes. Organisations, never people. Kept when the route is rebuilt.
create table look (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    organisation uuid not null,
    consignment uuid,
    -- SHA-256 of what was searched for, hex; a plate stands in it by name only, since its hash could be guessed
    search text,
    -- how many consignments were shown
    count int not null,
    check ((consignment is null) <> (search is null))
);

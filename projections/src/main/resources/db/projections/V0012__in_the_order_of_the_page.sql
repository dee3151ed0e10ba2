-- What a page shows stands in the order of the page: it costs the same however many consignments there are.

-- What a plant took stands with the consignment.
alter table consignment add column accepted_at timestamptz;
update consignment c set accepted_at = i.accepted_at from intake i where i.consignment = c.id;
drop table intake;
create index consignment_by_intake on consignment (plant_site, accepted_at) include (accepted_grams)
    where accepted_at is not null;

-- Who is party to a consignment, whatever its parts: one row each, in the order of the opening.
alter table consignment_party rename to party_by_part;
create table consignment_party (
    consignment uuid not null,
    organisation uuid not null,
    opened_at timestamptz not null,
    -- the version of the step that made it a carrier: the order of the carriers
    carrier_since bigint,
    primary key (consignment, organisation)
);
insert into consignment_party (consignment, organisation, opened_at, carrier_since)
    select p.consignment, p.organisation, c.opened_at, min(p.since) filter (where p.role = 'carrier')
    from party_by_part p join consignment c on c.id = p.consignment group by 1, 2, 3;
drop table party_by_part;
create index party_by_organisation on consignment_party (organisation, opened_at desc, consignment desc);

-- Who saw the consignment when it was read: organisations, and the letters of Länder in alphabetical order.
truncate finding, inspected;
alter table finding
    add column organisations uuid[] not null,
    add column laender text not null;

-- The findings that parties are shown, each organisation's in the order of its page.
create table finding_party (
    organisation uuid not null,
    since timestamptz not null,
    consignment uuid not null,
    place int not null,
    primary key (organisation, since, consignment, place)
);

-- How many there are of a kind: for parties, and for authorities by the Länder that a consignment touches.
create table party_findings (
    organisation uuid not null,
    code text not null,
    count bigint not null,
    primary key (organisation, code)
);
create table laender_findings (
    laender text not null,
    code text not null,
    count bigint not null,
    primary key (laender, code)
);

-- The consignments that are to be read again, as often as they were noted: who notes one waits for nobody that reads it.
drop table to_inspect;
create table to_inspect (
    id bigint generated always as identity primary key,
    consignment uuid not null
);
insert into to_inspect (consignment) select id from consignment;

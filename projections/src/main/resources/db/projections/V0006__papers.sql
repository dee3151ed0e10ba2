-- Whose papers there are; what they say stands in their records.
create table permit (
    id uuid primary key,
    organisation uuid not null,
    land text not null
);
create index permit_by_organisation on permit (organisation);

-- What plants' sites accepted when, with every correction that is in force.
create table intake (
    consignment uuid primary key,
    site text not null,
    accepted_at timestamptz not null,
    grams bigint not null
);
create index intake_by_site on intake (site, accepted_at);

-- Records were read before these tables were: they come again.
truncate consumed, consignment, consignment_party, record;

-- What the records say, ready to be read. All but "look" can be dropped and read again from the topic.
create table consumed (
    topic text not null,
    partition int not null,
    next_offset bigint not null check (next_offset >= 0),
    primary key (topic, partition)
);

create table consignment (
    id uuid primary key,
    note_number text,
    certificate text,
    waste_code text not null,
    hazardous boolean not null,
    declared_grams bigint not null,
    accepted_grams bigint,
    rejected_grams bigint,
    generator_organisation uuid not null,
    generator_site text not null,
    generator_land text not null generated always as (left(generator_site, 1)) stored,
    carrier_organisation uuid not null,
    plant_organisation uuid not null,
    plant_site text not null,
    plant_land text not null generated always as (left(plant_site, 1)) stored,
    opened_by uuid not null,
    state text not null,
    holder uuid,
    opened_at timestamptz not null,
    last_happened_at timestamptz not null,
    version bigint not null check (version >= 0)
);
create index consignment_by_opening on consignment (opened_at desc, id desc);
create index consignment_by_note on consignment (note_number);
create index consignment_by_certificate on consignment (certificate);
create index consignment_by_waste on consignment (waste_code text_pattern_ops, opened_at desc);
create index consignment_by_generator_land on consignment (generator_land, opened_at desc);
create index consignment_by_plant_land on consignment (plant_land, opened_at desc);

create table consignment_party (
    consignment uuid not null references consignment,
    organisation uuid not null,
    role text not null check (role in ('generator', 'carrier', 'plant')),
    -- the version of the step that made it a party: the order of the carriers
    since bigint not null,
    primary key (consignment, organisation, role)
);
create index party_by_organisation on consignment_party (organisation, consignment);

create table step (
    consignment uuid not null references consignment,
    version bigint not null,
    id uuid not null,
    type text not null,
    position bigint not null,
    happened_at timestamptz not null,
    recorded_at timestamptz not null,
    organisation uuid not null,
    role text not null,
    device_key text,
    data jsonb not null,
    -- SHA-256 of the record's bytes, hex: the entry of the log
    entry text not null,
    primary key (consignment, version)
);
create index step_by_position on step (position);

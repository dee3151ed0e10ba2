-- What stands in whose register (§§24, 25 NachwV), and the transfer notes.
create table register_entry (
    -- made from subject, organisation and part: the same entry after a correction and after a rebuild
    id uuid primary key,
    subject uuid not null,
    document text not null check (document in ('consignment-note', 'transfer-note')),
    organisation uuid not null,
    site text,
    land text generated always as (left(site, 1)) stored,
    part text not null check (part in ('generator', 'collector', 'carrier', 'plant')),
    -- the paragraph that asks for it
    asked_by text not null,
    consignment uuid,
    waste_code text not null,
    hazardous boolean not null,
    mass_grams bigint not null check (mass_grams >= 0),
    certificate text,
    number text,
    -- the certificate or the waste code: the law's first order
    filed_under text not null,
    happened_at timestamptz not null,
    entered_at timestamptz not null,
    due_by date not null,
    kept_until date not null
);
create index register_of_organisation on register_entry (organisation, part, filed_under, happened_at, id);
create index register_of_land on register_entry (land, part, filed_under, happened_at, id) where land is not null;
create index register_by_subject on register_entry (subject);

create table transfer_note (
    id uuid primary key,
    number text,
    certificate text,
    waste_code text not null,
    hazardous boolean not null,
    mass_grams bigint not null check (mass_grams > 0),
    generator_organisation uuid not null,
    generator_site text not null,
    generator_land text not null generated always as (left(generator_site, 1)) stored,
    taker uuid not null,
    issued_at timestamptz not null,
    signed boolean not null default false,
    consignment uuid,
    cancelled boolean not null default false
);
create index transfer_note_by_site on transfer_note (generator_site, issued_at);
create index consignment_by_generator_site on consignment (generator_site, opened_at);

-- Both are made from records that have been read already: the topic brings them again.
truncate consumed, consignment, consignment_party, record, outage;

create table certificate (
    id uuid primary key,
    number text,
    kind text not null,
    waste_code text not null,
    hazardous boolean not null,
    applicant_organisation uuid not null,
    applicant_site text not null,
    applicant_land text not null generated always as (left(applicant_site, 1)) stored,
    plant_organisation uuid not null,
    plant_site text not null,
    plant_land text not null generated always as (left(plant_site, 1)) stored,
    operation text not null,
    quantity_grams bigint not null,
    on_the_road_grams bigint not null,
    accepted_grams bigint not null,
    state text not null,
    until date,
    -- the last day of the clock that runs out first; null while none runs
    due date,
    declared_at timestamptz not null,
    last_happened_at timestamptz not null
);
create index certificate_by_declaration on certificate (declared_at desc, id desc);
create index certificate_by_number on certificate (number);
create index certificate_by_applicant on certificate (applicant_organisation, declared_at desc);
create index certificate_by_plant on certificate (plant_organisation, declared_at desc);
create index certificate_by_due on certificate (due) where due is not null;

-- What certificates say of a load, and where a transfer note was entered.
create index record_by_load on record ((coalesce(data ->> 'transferNote', data ->> 'consignment')))
    where type in ('certificate.drawn.v1', 'certificate.settled.v1');
create index record_by_transfer_note on record ((data ->> 'transferNote'))
    where type = 'consignment.transfer-note-entered.v1';

-- The records of certificates are in their table already; these tables are not made from them yet.
truncate consumed, record, consignment, consignment_party;

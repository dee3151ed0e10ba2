-- Outages of electronic proof (§22 NachwV). Their receipts are read from their records.
create table outage (
    id uuid primary key,
    organisation uuid not null,
    site text not null,
    land text not null generated always as (left(site, 1)) stored,
    cause text not null,
    since timestamptz not null,
    ended_at timestamptz,
    check (ended_at >= since)
);
create index outage_by_organisation on outage (organisation, since desc, id desc);
create index outage_by_land on outage (land, since desc, id desc);

-- Which receipts are about a consignment.
create index record_of_receipt_by_consignment on record ((data ->> 'consignment'))
    where type = 'outage.receipt-entered.v1';

-- Where waste came from and where it went, across consignments and stocks, and each stock's balance. Transfer notes were
-- left out so far: the topic brings everything once more.
truncate consumed, consignment, consignment_party, record;

create table stock (
    id uuid primary key,
    site text not null unique,
    land text not null generated always as (left(site, 1)) stored,
    organisation uuid not null
);

-- Lots, treatments and transfer notes; consignments have a table of their own. Keys: l:stock:lot, t:treatment, n:note, c:consignment.
create table lineage_node (
    key text primary key,
    kind text not null check (kind in ('lot', 'treatment', 'transfer-note')),
    id uuid not null,
    stock uuid,
    site text not null,
    land text not null generated always as (left(site, 1)) stored,
    organisation uuid not null,
    -- the other party of a transfer note
    taker uuid,
    -- what a lot is: waste, product or disposed
    lot_kind text,
    waste_code text,
    hazardous boolean,
    operation text,
    -- the whole that there was of it
    grams bigint not null check (grams >= 0),
    intake_grams bigint,
    short_grams bigint not null default 0,
    held_grams bigint not null default 0 check (held_grams >= 0),
    gained_grams bigint not null default 0,
    lost_grams bigint not null default 0,
    -- what brought it
    source text
);

create table lineage_edge (
    source text not null,
    target text not null,
    grams bigint not null,
    primary key (source, target)
);
create index lineage_edge_by_target on lineage_edge (target);

-- Which records of a stock name a lot or a consignment.
create table stock_touch (
    touched uuid not null,
    stock uuid not null,
    version bigint not null,
    primary key (touched, stock, version)
);

-- The balance; the line of treatments has no code.
create table stock_line (
    stock uuid not null,
    waste_code text not null,
    hazardous boolean not null,
    account text not null,
    grams bigint not null,
    primary key (stock, waste_code, hazardous, account)
);

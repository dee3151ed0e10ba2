-- What proves seals on a consortium's channel: blocks and endorsed reads, by their SHA-256.
create table channel_part (
    hash bytea primary key check (octet_length(hash) = 32),
    bytes bytea not null
);
create trigger append_only before update or delete or truncate on channel_part
    for each statement execute function refuse_change();

-- Seals whose proof has been seen to hold: of which parts, under which names.
create table channel_seal (
    size bigint primary key check (size > 0),
    note text not null,
    sealed_at timestamptz not null default now(),
    names text[] not null,
    hashes bytea[] not null check (cardinality(hashes) = cardinality(names))
);
create trigger append_only before update or delete or truncate on channel_seal
    for each statement execute function refuse_change();

-- When the local ledger sealed a head; nothing is known of those from before this column.
alter table local_seal add column sealed_at timestamptz;
alter table local_seal alter column sealed_at set default now();

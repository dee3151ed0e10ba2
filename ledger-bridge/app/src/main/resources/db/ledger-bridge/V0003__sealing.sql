create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% refused: % is append-only', tg_op, tg_table_name;
end
$$;

-- Every checkpoint that the log's key has signed.
create table checkpoint (
    size bigint primary key check (size > 0),
    note text not null
);
create trigger append_only before update or delete or truncate on checkpoint
    for each statement execute function refuse_change();

-- The local ledger: checkpoints with its countersignature.
create table local_seal (
    size bigint primary key check (size > 0),
    note text not null
);
create trigger append_only before update or delete or truncate on local_seal
    for each statement execute function refuse_change();

-- Who held the store, the topic and the log against each other, and against which head. One row when a run begins.
create table audit_run (
    id uuid primary key,
    started timestamptz not null,
    program text not null,
    -- the places that are looked at: from 0 to below this one
    places bigint not null check (places >= 0),
    -- the largest signed head when it began; 0 without one
    head_size bigint not null check (head_size >= 0),
    head_root text not null,
    trust text not null check (trust in ('file', 'log'))
);
create trigger append_only before update or delete or truncate on audit_run
    for each statement execute function refuse_change();

-- How a run ended. A run without this row was never finished.
create table audit_report (
    run uuid primary key references audit_run (id),
    ended timestamptz not null,
    findings bigint not null check (findings >= 0),
    -- SHA-256 of the report
    report bytea not null check (length(report) = 32)
);
create trigger append_only before update or delete or truncate on audit_report
    for each statement execute function refuse_change();

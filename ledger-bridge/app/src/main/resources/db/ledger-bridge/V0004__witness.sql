-- What witnesses have added to our checkpoints: one line each, kept once it was verified.
create table cosignature (
    size bigint not null check (size > 0),
    -- name and id of its key, as in a verifier key
    witness text not null,
    line text not null,
    primary key (size, witness)
);
create trigger append_only before update or delete or truncate on cosignature
    for each statement execute function refuse_change();

-- Being a witness of other logs: every head that a log has signed and that was shown to us, cosigned or not.
create table witness_seen (
    origin text not null,
    size bigint not null check (size >= 0),
    root text not null,
    note text not null,
    seen_at timestamptz not null,
    primary key (origin, size, root)
);
create trigger append_only before update or delete or truncate on witness_seen
    for each statement execute function refuse_change();

-- Every head that we have cosigned, with our lines; never two of one size.
create table witness_cosigned (
    origin text not null,
    size bigint not null,
    root text not null,
    note text not null,
    primary key (origin, size),
    foreign key (origin, size, root) references witness_seen (origin, size, root)
);
create trigger append_only before update or delete or truncate on witness_cosigned
    for each statement execute function refuse_change();

-- Proof that a log has signed two heads of one size: both notes.
create table witness_equivocation (
    origin text not null,
    size bigint not null,
    root text not null,
    first_note text not null,
    second_note text not null,
    seen_at timestamptz not null,
    primary key (origin, size, root),
    foreign key (origin, size, root) references witness_seen (origin, size, root)
);
create trigger append_only before update or delete or truncate on witness_equivocation
    for each statement execute function refuse_change();

-- Time stamps (RFC 3161) of signed heads: DER, in their normal form.
create table time_stamp (
    size bigint primary key check (size > 0),
    token bytea not null
);
create trigger append_only before update or delete or truncate on time_stamp
    for each statement execute function refuse_change();

-- Hashes do not shrink: PostgreSQL need not try to compress them.
alter table tile alter column bytes set storage external;

-- Heads change in place: room for that beside them.
alter table subject_head set (fillfactor = 70);

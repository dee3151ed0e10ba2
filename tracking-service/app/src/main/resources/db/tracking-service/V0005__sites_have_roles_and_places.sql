-- In which roles a site has its number (none: nobody has said), and where its gate is: a business address.
alter table site add column roles text[] not null default '{}';
alter table site add column latitude double precision;
alter table site add column longitude double precision;
alter table site add check ((latitude is null) = (longitude is null));

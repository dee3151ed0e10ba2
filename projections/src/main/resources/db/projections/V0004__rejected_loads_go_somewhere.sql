alter table consignment add column goes_to_site text;
alter table consignment
    add column goes_to_land text generated always as (left(goes_to_site, 1)) stored;
create index consignment_by_goes_to_land on consignment (goes_to_land, opened_at desc) where goes_to_land is not null;

alter table consignment_party drop constraint consignment_party_role_check;
alter table consignment_party add check (role in ('generator', 'carrier', 'plant', 'recipient'));

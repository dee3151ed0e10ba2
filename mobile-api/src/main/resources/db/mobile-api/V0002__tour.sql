-- Which driver drives which consignment: assigned by a dispatcher, or by having stated something about it.
create table tour (
  consignment uuid not null,
  organisation uuid not null,
  driver text not null,
  -- by a dispatcher, who may give it to another driver; what a driver stated stays on the own tour
  assigned boolean not null,
  since timestamptz not null,
  primary key (consignment, organisation, driver)
);
create index tour_driver on tour (organisation, driver, since);

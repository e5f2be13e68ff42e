-- What each circle of readers sees of each incident in a list; made anew from the events whenever one is added.
-- audience: 'office XA/technical', 'organisation …' or 'account …'; ranks count from 0, the mildest.

create table incident_line (
  realm text not null,
  audience text not null,
  incident text not null,
  relation text not null,
  number bigint not null check (number >= 1),
  title text not null,
  folded text not null,
  types text not null,
  stage text not null,
  reported bigint not null,
  changed bigint not null,
  revisions integer not null,
  beside integer not null,
  mildest integer,
  gravest integer,
  due bigint,
  row_sum text not null,
  primary key (realm, audience, incident),
  check ((mildest is null) = (gravest is null))
);
create index incident_line_incident on incident_line (realm, incident);
create index incident_line_changed on incident_line (realm, audience, changed, number);

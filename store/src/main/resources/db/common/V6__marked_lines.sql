-- Each line of the lists says its marking. Lines of before say none, so they go: the node writes them anew from the
-- events before it serves anybody.

drop table incident_line;

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
  marking text not null,
  row_sum text not null,
  primary key (realm, audience, incident),
  check ((mildest is null) = (gravest is null))
);
create index incident_line_incident on incident_line (realm, incident);
create index incident_line_changed on incident_line (realm, audience, changed, number);

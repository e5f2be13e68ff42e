-- What programs were answered, for a day, so that a request sent again is one deed.

create table reply (
  realm text not null,
  token text not null,
  name text not null,
  request text not null,
  at bigint not null,
  octets ${octets} not null,
  row_sum text not null,
  primary key (realm, token, name)
);
create index reply_at on reply (at);

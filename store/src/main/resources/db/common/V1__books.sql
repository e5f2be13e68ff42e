-- The books. Times are epoch milliseconds, digests 64 hexadecimal digits, realms 'real' or 'exercise:…'.
-- row_sum covers the row, so that a bit that turned over is noticed wherever it is.

create table document (
  digest text not null primary key,
  octets ${octets},
  erased boolean not null,
  row_sum text not null,
  check (erased = (octets is null))
);

-- place: the order of first events over all streams
create table stream (
  realm text not null,
  name text not null,
  place bigint not null unique,
  row_sum text not null,
  primary key (realm, name)
);

create table event (
  realm text not null,
  stream text not null,
  number bigint not null check (number >= 0),
  octets ${octets} not null,
  row_sum text not null,
  primary key (realm, stream, number),
  foreign key (realm, stream) references stream (realm, name)
);

create table entry (
  number bigint not null primary key check (number >= 0),
  octets ${octets} not null,
  row_sum text not null
);

create table node (
  level integer not null check (level >= 0),
  place bigint not null check (place >= 0),
  hash text not null,
  row_sum text not null,
  primary key (level, place)
);

create table waiting (
  parcel text not null primary key,
  slip text not null,
  realm text not null,
  recipient text not null,
  created bigint not null,
  place bigint not null unique,
  tries integer not null check (tries >= 0),
  next_try bigint not null,
  last_came text,
  row_sum text not null
);
create index waiting_due on waiting (next_try, place);
create index waiting_recipient on waiting (recipient, place);

-- Apart, so that noting a try does not write the whole parcel again.
create table sealed (
  parcel text not null primary key,
  octets ${octets} not null,
  row_sum text not null
);

create table received (
  parcel text not null primary key,
  slip text not null,
  sender text not null,
  at bigint not null,
  receipt ${octets} not null,
  place bigint not null unique,
  row_sum text not null
);
create index received_slip on received (slip, place);

create table slip_sent (
  realm text not null,
  recipient text not null,
  number bigint not null check (number >= 1),
  digest text not null,
  row_sum text not null,
  primary key (realm, recipient, number)
);

create table slip_received (
  realm text not null,
  sender text not null,
  number bigint not null check (number >= 1),
  digest text not null,
  row_sum text not null,
  primary key (realm, sender, number)
);

-- Ranges of numbers below the highest received that have not come.
create table slip_gap (
  realm text not null,
  sender text not null,
  lowest bigint not null,
  highest bigint not null,
  row_sum text not null,
  primary key (realm, sender, lowest),
  check (lowest <= highest)
);

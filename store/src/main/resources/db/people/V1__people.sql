-- Who may sign in at this node. Names stand here and nowhere else; the books know ids only.
-- Types: text, bigint, boolean. Times are epoch milliseconds; bytes and digests are hexadecimal text.

create table establishment (
  one       bigint primary key check (one = 1),
  realm     text not null,
  state     text not null,
  authority text not null,
  languages text not null,
  scale     text,
  at        bigint not null
);

create table account (
  id           text primary key,
  realm        text not null,
  login        text not null unique,
  name         text not null,
  roles        text not null,
  office       text,
  organisation text,
  language     text not null,
  zone         text,
  active       boolean not null
);

create table secret (
  account   text primary key references account (id),
  password  text,
  codes     text,
  last_step bigint not null
);

create table passkey (
  id         text primary key,
  account    text not null references account (id),
  public_key text not null,
  counter    bigint not null,
  label      text not null,
  made       bigint not null,
  used       bigint
);

create index passkey_of on passkey (account);

create table session (
  token   text primary key,
  account text not null references account (id),
  made    bigint not null,
  seen    bigint not null
);

create index session_of on session (account);

create table pass (
  token   text primary key,
  account text not null references account (id),
  purpose text not null,
  until   bigint not null,
  used    bigint
);

create index pass_of on pass (account);

create table deed (
  number  bigint primary key,
  realm   text not null,
  at      bigint not null,
  actor   text,
  what    text not null,
  account text not null
);

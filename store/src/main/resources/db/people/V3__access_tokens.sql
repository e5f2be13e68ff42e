-- What programs sign in with in a person's place: digests, never the tokens themselves.

create table access_token (
  id      text primary key,
  realm   text not null,
  token   text not null unique,
  account text not null references account (id),
  name    text not null,
  scopes  text not null,
  made    bigint not null,
  until   bigint not null,
  seen    bigint
);

create index access_token_of on access_token (account);

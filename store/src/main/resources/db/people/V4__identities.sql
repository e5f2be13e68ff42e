-- Who people are at an identity provider: one of its subjects opens one account.

create table identity (
  issuer  text not null,
  subject text not null,
  realm   text not null,
  account text not null references account (id),
  made    bigint not null,
  used    bigint,
  primary key (issuer, subject)
);

create index identity_of on identity (account);

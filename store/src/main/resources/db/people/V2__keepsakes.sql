-- What each person keeps at this node for itself: views of lists, scales to compare with, its calendar's address as a digest.

create table keepsake (
  account text not null references account (id),
  kind    text not null,
  name    text not null,
  content text not null,
  at      bigint not null,
  primary key (account, kind, name)
);

create index keepsake_named on keepsake (kind, name);

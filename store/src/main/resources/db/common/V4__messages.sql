-- What each office of the node sees of each conversation in a list; made anew from the events whenever one is added.
-- urgency is turn and due time as one number, watch the earliest proposed time that may still pass unnoted.

create table conversation_line (
  realm text not null,
  office text not null,
  conversation text not null,
  relation text not null,
  subject text not null,
  counterparts text not null,
  formats text not null,
  marking text not null,
  folded text not null,
  turn text not null,
  next_step text not null,
  due bigint,
  urgency bigint not null,
  begun bigint not null,
  changed bigint not null,
  statements integer not null,
  watch bigint,
  row_sum text not null,
  primary key (realm, office, conversation)
);
create index conversation_line_conversation on conversation_line (realm, conversation);
create index conversation_line_urgency on conversation_line (realm, office, urgency, conversation);
create index conversation_line_watch on conversation_line (realm, watch);

-- Messages that an office is still writing: no record, changed and thrown away.

create table draft (
  id text not null primary key,
  realm text not null,
  office text not null,
  changed bigint not null,
  label text not null,
  octets ${octets} not null,
  row_sum text not null
);
create index draft_office on draft (realm, office, changed);

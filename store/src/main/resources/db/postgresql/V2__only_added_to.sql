-- What was written stays as it was written: not even the program itself may change it.

create function parley_only_added_to() returns trigger language plpgsql as $$
begin
  raise exception '% is only ever added to', tg_table_name;
end;
$$;

create trigger stream_only_added_to before update or delete or truncate on stream
  for each statement execute function parley_only_added_to();

create trigger event_only_added_to before update or delete or truncate on event
  for each statement execute function parley_only_added_to();

create trigger entry_only_added_to before update or delete or truncate on entry
  for each statement execute function parley_only_added_to();

create trigger node_only_added_to before update or delete or truncate on node
  for each statement execute function parley_only_added_to();

create trigger received_only_added_to before update or delete or truncate on received
  for each statement execute function parley_only_added_to();

create trigger slip_sent_only_added_to before update or delete or truncate on slip_sent
  for each statement execute function parley_only_added_to();

create trigger slip_received_only_added_to before update or delete or truncate on slip_received
  for each statement execute function parley_only_added_to();

create trigger document_no_delete before delete or truncate on document
  for each statement execute function parley_only_added_to();

create function parley_keeps_its_digest() returns trigger language plpgsql as $$
begin
  if new.digest <> old.digest then
    raise exception 'a document keeps its digest';
  end if;
  return new;
end;
$$;

create trigger document_no_rename before update on document
  for each row execute function parley_keeps_its_digest();

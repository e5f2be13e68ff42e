-- What was written stays as it was written: not even the program itself may change it.

create trigger stream_no_update before update on stream
begin
  select raise(abort, 'stream is only ever added to');
end;

create trigger stream_no_delete before delete on stream
begin
  select raise(abort, 'stream is only ever added to');
end;

create trigger event_no_update before update on event
begin
  select raise(abort, 'event is only ever added to');
end;

create trigger event_no_delete before delete on event
begin
  select raise(abort, 'event is only ever added to');
end;

create trigger entry_no_update before update on entry
begin
  select raise(abort, 'entry is only ever added to');
end;

create trigger entry_no_delete before delete on entry
begin
  select raise(abort, 'entry is only ever added to');
end;

create trigger node_no_update before update on node
begin
  select raise(abort, 'node is only ever added to');
end;

create trigger node_no_delete before delete on node
begin
  select raise(abort, 'node is only ever added to');
end;

create trigger received_no_update before update on received
begin
  select raise(abort, 'received is only ever added to');
end;

create trigger received_no_delete before delete on received
begin
  select raise(abort, 'received is only ever added to');
end;

create trigger slip_sent_no_update before update on slip_sent
begin
  select raise(abort, 'slip_sent is only ever added to');
end;

create trigger slip_sent_no_delete before delete on slip_sent
begin
  select raise(abort, 'slip_sent is only ever added to');
end;

create trigger slip_received_no_update before update on slip_received
begin
  select raise(abort, 'slip_received is only ever added to');
end;

create trigger slip_received_no_delete before delete on slip_received
begin
  select raise(abort, 'slip_received is only ever added to');
end;

create trigger document_no_delete before delete on document
begin
  select raise(abort, 'a document is erased, not deleted');
end;

create trigger document_no_rename before update on document when new.digest <> old.digest
begin
  select raise(abort, 'a document keeps its digest');
end;

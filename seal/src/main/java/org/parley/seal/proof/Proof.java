package org.parley.seal.proof;

import java.util.List;
import org.parley.core.journal.NoteKey;
import org.parley.core.terms.Octets;

/// All that shows that one party sent a statement and the other had it.
///
/// @param statement in the sender's log
/// @param files the plain bytes of files that the statement names, as far as they are at hand
/// @param receipts in the receiver's log; at least one
/// @param witnesses whose cosignatures count, from the network's charter
/// @param quorum how many of them are needed
public record Proof(
    Side sender,
    LoggedDocument statement,
    List<Octets> files,
    Side receiver,
    List<LoggedDocument> receipts,
    List<NoteKey> witnesses,
    int quorum) {

  public Proof {
    files = List.copyOf(files);
    receipts = List.copyOf(receipts);
    witnesses = List.copyOf(witnesses);
    if (receipts.isEmpty()) {
      throw new IllegalArgumentException("without a receipt there is no proof of exchange");
    }
  }
}

package org.parley.duties.witness;

import java.time.Instant;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Digest;
import org.parley.duties.Station;
import org.parley.duties.port.Book;
import org.parley.duties.port.LogSeal;
import org.parley.duties.post.Unpacking.Unpacked;

/// Takes in what nodes tell each other of logs, inside a change that is open already. A sound
/// outcome is the digest of what was taken.
public final class TakeGossip {

  private final WitnessCheckpoint witness;
  private final TakeCosignature cosignature;

  public TakeGossip(Station station, LogSeal log) {
    this.witness = new WitnessCheckpoint(station, log);
    this.cosignature = new TakeCosignature(station, log);
  }

  public Checked<Digest> checkpoint(Book book, Unpacked in, Instant now) {
    return witness.take(book, in, now);
  }

  public Checked<Digest> cosignature(Book book, Unpacked in, Instant now) {
    return cosignature.take(book, in, now);
  }
}

package org.parley.duties.port;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;

/// A door that takes everything in, remembers it, and says no or falls ill when told to.
public final class RecordingDoorway implements Doorway {

  private final List<Octets> taken = new ArrayList<>();
  private final Map<Digest, Octets> receipts = new ConcurrentHashMap<>();
  private volatile boolean refusing;
  private volatile boolean ill;

  /// A code that a courier may quote.
  public static final IssueCode REFUSAL = IssueCode.ARCHIVE_DIFFERS;

  @Override
  public Checked<Octets> receive(Octets parcel, ReceiptBack back) {
    if (ill) {
      throw new UnreachableException("the disk of /secret/place is full");
    }
    if (refusing) {
      return new Checked.Refused<>(
          List.of(new Issue(REFUSAL, Place.of("slip"), "secret words", Optional.empty())));
    }
    synchronized (taken) {
      if (!receipts.containsKey(parcel.digest())) {
        taken.add(parcel);
      }
      return new Checked.Sound<>(
          receipts.computeIfAbsent(parcel.digest(), RecordingDoorway::receiptOf), List.of());
    }
  }

  public static Octets receiptOf(Digest parcel) {
    return Octets.of("receipt of " + parcel);
  }

  public void refuse(boolean yes) {
    refusing = yes;
  }

  public void fallIll(boolean yes) {
    ill = yes;
  }

  /// What was taken in, in order, each parcel once.
  public List<Octets> taken() {
    synchronized (taken) {
      return List.copyOf(taken);
    }
  }
}

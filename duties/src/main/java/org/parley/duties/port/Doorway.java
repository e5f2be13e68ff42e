package org.parley.duties.port;

import org.parley.core.issue.Checked;
import org.parley.core.terms.Octets;

/// Where couriers hand in parcels that came for us.
public interface Doorway {

  /// The largest parcel that is taken in, in octets; a courier refuses a larger one unread.
  int LARGEST_PARCEL = 10 * 1024 * 1024;

  /// Takes a parcel in. The receipt is returned only after all it acknowledges is on disk; the same
  /// parcel again gets the same receipt.
  ///
  /// @param back how the receipt travels
  Checked<Octets> receive(Octets parcel, ReceiptBack back);

  /// How a receipt gets back to the sender.
  enum ReceiptBack {
    /// The courier hands over what [#receive] returns.
    WITH_THE_ANSWER,
    /// As a parcel of its own, by the outbox.
    AS_A_PARCEL
  }
}

package org.parley.couriers.relay;

import java.time.Duration;

/// How much a relay takes.
///
/// @param mailboxOctets waiting in one mailbox
/// @param mailboxParcels waiting in one mailbox
/// @param depositorOctets put in by one depositor in a day
/// @param depositorParcels put in by one depositor in a day
/// @param kept how long a parcel waits
public record Quota(
    long mailboxOctets,
    int mailboxParcels,
    long depositorOctets,
    int depositorParcels,
    Duration kept) {

  public static final Quota USUAL =
      new Quota(512L << 20, 20_000, 256L << 20, 5_000, Duration.ofDays(30));
}

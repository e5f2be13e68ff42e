package org.parley.couriers.relay;

import java.io.IOException;
import java.nio.file.Path;
import org.parley.duties.port.UnreachableException;

/// What a relay's operator gives a new member: a mailbox with the keys to put in and to empty, and
/// an account for leaving parcels in the mailboxes of others. The relay keeps their digests alone.
public record Enrolment(Capability mailbox, Capability collect, Capability depositor) {

  /// Enrols a member with the relay whose folder this is; the relay may be running over it.
  public static Enrolment in(Path folder) {
    Enrolment made = new Enrolment(Capability.random(), Capability.random(), Capability.random());
    try {
      Depot depot = new Depot(folder, Quota.USUAL);
      depot.addMailbox(made.mailbox(), made.collect());
      depot.addDepositor(made.depositor());
      return made;
    } catch (IOException fault) {
      throw new UnreachableException("the relay's folder cannot be written", fault);
    }
  }
}

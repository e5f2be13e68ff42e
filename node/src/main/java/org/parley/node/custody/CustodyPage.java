package org.parley.node.custody;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Digest;
import org.parley.couriers.relay.Held;
import org.parley.node.web.Visit;

/// What the pages of the relay show.
///
/// @param held what waits, the newest first
public record CustodyPage(Visit visit, List<Held> held, Map<Digest, NodeId> owners) {

  public CustodyPage {
    held = List.copyOf(held);
    owners = Map.copyOf(owners);
  }

  CustodyPage(Visit visit, List<Held> held, Mailboxes mailboxes) {
    this(visit, held, mailboxes.owners());
  }

  public Held one() {
    return held.getFirst();
  }

  /// The node that the directory names for a mailbox.
  public Optional<String> owner(Held parcel) {
    return Optional.ofNullable(owners.get(parcel.mailbox()))
        .map(node -> visit.shelf().states().of(node.party()) + " · " + node);
  }

  /// The beginning of a digest, enough to tell one from another by eye.
  public static String brief(Digest digest) {
    return digest.hex().substring(0, 12) + "…";
  }

  public String path(Held parcel) {
    return "/custody/" + parcel.parcel().hex();
  }

  /// A size in octets.
  public String size(Held parcel) {
    return visit.words().say("page.custody.octets", parcel.octets());
  }
}

package org.parley.core.directory.roster;

import java.util.List;
import java.util.Optional;
import org.parley.core.terms.Octets;

/// What one node tells another about who is in the network: nothing in it counts because of who
/// tells it.
///
/// @param charter the first one, with signatures; every later one is a link
/// @param links in order
/// @param proposals links that wait for signatures
/// @param entries what parties say of themselves, each signed by them
public record RosterNews(
    Optional<Undersigned> charter,
    List<Undersigned> links,
    List<Undersigned> proposals,
    List<Octets> entries) {

  public RosterNews {
    links = List.copyOf(links);
    proposals = List.copyOf(proposals);
    entries = List.copyOf(entries);
  }
}

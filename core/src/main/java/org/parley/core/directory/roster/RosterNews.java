package org.parley.core.directory.roster;

import java.util.List;
import org.parley.core.terms.Octets;

/// What one node tells another about who is in the network: nothing in it counts because of who
/// tells it.
///
/// @param charters in order, the first charter first where it is among them
/// @param links in order
/// @param proposals charters or links that wait for signatures
/// @param entries what parties say of themselves, each signed by them
public record RosterNews(
    List<Undersigned> charters,
    List<Undersigned> links,
    List<Undersigned> proposals,
    List<Octets> entries) {

  public RosterNews {
    charters = List.copyOf(charters);
    links = List.copyOf(links);
    proposals = List.copyOf(proposals);
    entries = List.copyOf(entries);
  }
}

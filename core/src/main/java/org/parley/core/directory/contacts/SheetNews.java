package org.parley.core.directory.contacts;

import java.util.List;
import org.parley.core.terms.Octets;

/// What one node passes on to another of States' sheets: nothing in it counts because of who passes
/// it on.
///
/// @param sheets each signed by a node of the State that speaks in it
/// @param campaigns each signed by a node that registers in the network
public record SheetNews(List<Octets> sheets, List<Octets> campaigns) {

  public SheetNews {
    sheets = List.copyOf(sheets);
    campaigns = List.copyOf(campaigns);
  }
}

package org.parley.node.incidents;

import java.util.Set;
import org.parley.core.directory.OfficeId;
import org.parley.core.handling.Ceiling;
import org.parley.core.terms.ScaleId;

/// What the work on incidents needs to know of the node.
///
/// @param holder the office that follows what operators report
/// @param offices all offices of the node
/// @param scale the State's own scale
/// @param ceiling how strictly marked information the node may hold
public record House(OfficeId holder, Set<OfficeId> offices, ScaleId scale, Ceiling ceiling) {

  public House {
    offices = Set.copyOf(offices);
  }
}

package org.parley.node.incidents;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.parley.core.directory.OfficeId;
import org.parley.core.handling.Ceiling;
import org.parley.core.terms.ScaleId;
import org.parley.formats.library.EditionName;

/// What the work on incidents needs to know of the node.
///
/// @param holder the office that follows what operators report
/// @param offices all offices of the node
/// @param scale the State's own scale by its set-up
/// @param own the editions that the node made its own since, oldest first
/// @param ceiling how strictly marked information the node may hold
public record House(
    OfficeId holder, Set<OfficeId> offices, ScaleId scale, List<Own> own, Ceiling ceiling) {

  /// An edition that the node made its own, and the day from which it grades by it.
  public record Own(EditionName name, LocalDate from) {}

  /// Says which editions the node has made its own, oldest first; it can make more while it runs.
  @FunctionalInterface
  public interface OwnEditions {

    List<Own> all();
  }

  public House {
    offices = Set.copyOf(offices);
    own = List.copyOf(own);
  }
}

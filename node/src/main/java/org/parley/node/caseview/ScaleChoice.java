package org.parley.node.caseview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.terms.ScaleId;
import org.parley.desk.Shelf;
import org.parley.formats.library.EditionName;

/// The scales that a reader can put beside the own one.
///
/// @param older editions that a newer one has followed
public record ScaleChoice(List<Edition> newest, List<Edition> older) {

  /// @param name as it is quoted
  /// @param issuer whose scale it is
  public record Edition(String name, String title, String issuer, boolean ticked) {}

  static ScaleChoice of(Shelf shelf, List<ScaleEdition> chosen, ScaleId own) {
    Map<ScaleId, EditionName> newest = new LinkedHashMap<>();
    shelf.library().editions().forEach(name -> newest.put(name.scale(), name));
    List<Edition> first = new ArrayList<>();
    List<Edition> second = new ArrayList<>();
    for (EditionName name : shelf.library().editions()) {
      boolean isNewest = name.equals(newest.get(name.scale()));
      if (isNewest && name.scale().equals(own)) {
        continue;
      }
      ScaleEdition edition = shelf.library().edition(name).orThrow();
      (isNewest ? first : second)
          .add(
              new Edition(
                  edition.heading().quoted(),
                  shelf.voice(edition).title(),
                  edition.heading().issuer(),
                  chosen.contains(edition)));
    }
    return new ScaleChoice(List.copyOf(first), List.copyOf(second));
  }

  public boolean isAnyOlderTicked() {
    return older.stream().anyMatch(Edition::ticked);
  }
}

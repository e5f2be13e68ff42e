package org.parley.desk;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.parley.core.classify.Classifier;
import org.parley.core.fact.Catalogue;
import org.parley.core.scale.ScaleEdition;

/// Classifiers that are ready, by edition and year of the deciding day, on which reference figures
/// depend. Making one takes far longer than using it.
public final class Classifiers {

  /// All editions of the library in several years; what was not used for longest gives way.
  private static final int MOST = 128;

  private final Catalogue catalogue;
  private final SequencedMap<String, Classifier> ready = new LinkedHashMap<>(16, 0.75f, true);

  public Classifiers(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /// @param deciding the deciding day in the issuer's zone
  public synchronized Classifier of(ScaleEdition edition, LocalDate deciding) {
    String name = edition.digest().hex() + deciding.getYear();
    Classifier classifier =
        ready.computeIfAbsent(name, _ -> new Classifier(edition, catalogue, deciding));
    if (ready.size() > MOST) {
      ready.pollFirstEntry();
    }
    return classifier;
  }
}

package org.parley.node.incidents.page;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.core.people.Keepsake;
import org.parley.core.scale.ScaleEdition;
import org.parley.desk.Classifiers;
import org.parley.duties.people.KeepForOneself;
import org.parley.formats.library.EditionName;
import org.parley.formats.library.Library;

/// The editions on which a person reads incidents beside the State's own scale; remembered for that
/// person.
public final class ChosenScales {

  /// More columns than these tell nobody anything.
  public static final int MOST = 12;

  private final KeepForOneself keep;
  private final Library library;
  private final Classifiers classifiers;

  public ChosenScales(KeepForOneself keep, Library library, Classifiers classifiers) {
    this.keep = keep;
    this.library = library;
    this.classifiers = classifiers;
  }

  Classifiers classifiers() {
    return classifiers;
  }

  /// An edition that is no longer in the library is left out.
  public List<ScaleEdition> of(UUID account) {
    return keep.all(account, Keepsake.Kind.SCALES).stream()
        .flatMap(each -> Stream.of(each.text().split(" ")))
        .flatMap(name -> find(name).stream())
        .toList();
  }

  /// @param names as editions are quoted; what is not here is left out
  public void keep(UUID account, List<String> names) {
    String text =
        names.stream()
            .flatMap(name -> find(name).stream())
            .map(edition -> edition.heading().quoted())
            .distinct()
            .limit(MOST)
            .collect(Collectors.joining(" "));
    if (text.isEmpty()) {
      keep.drop(account, Keepsake.Kind.SCALES, "");
    } else {
      keep.keepOnly(account, Keepsake.Kind.SCALES, text);
    }
  }

  private List<ScaleEdition> find(String quoted) {
    List<ScaleEdition> found = new ArrayList<>();
    for (EditionName name : library.editions()) {
      if (name.toString().equals(quoted)) {
        found.add(library.edition(name).orThrow());
      }
    }
    return found;
  }
}

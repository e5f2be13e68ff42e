package org.parley.formats.library;

import java.util.Optional;
import org.parley.core.terms.ScaleId;

/// The name of a scale edition in the library: `eu/dora@2024-1772`.
public record EditionName(ScaleId scale, String edition) implements Comparable<EditionName> {

  /// The edition whose `scale.yaml` stands under this library name, if it is one.
  static Optional<EditionName> ofFile(String name) {
    String[] parts = name.split("/", -1);
    return parts.length == 5 && parts[0].equals("scales") && parts[4].equals("scale.yaml")
        ? ScaleId.parse(parts[1] + "/" + parts[2]).map(id -> new EditionName(id, parts[3]))
        : Optional.empty();
  }

  /// The folder of the edition, with a slash at its end.
  String folder() {
    return "scales/" + scale + "/" + edition + "/";
  }

  @Override
  public int compareTo(EditionName other) {
    int byScale = scale.compareTo(other.scale);
    return byScale != 0 ? byScale : edition.compareTo(other.edition);
  }

  @Override
  public String toString() {
    return scale + "@" + edition;
  }
}

package org.parley.core.draft;

import java.util.Optional;

/// One file of a draft, by the name it has in the folder of an edition.
public record DraftPart(String name) implements Comparable<DraftPart> {

  public static final DraftPart SCALE = new DraftPart("scale.yaml");
  public static final DraftPart CASES = new DraftPart("cases.yaml");
  public static final DraftPart PLAN = new DraftPart("plan.yaml");
  public static final DraftPart SOURCE = new DraftPart("SOURCE.md");

  private static final String LABELS = "labels/";
  private static final String ENDING = ".yaml";

  /// The names of things in one language.
  ///
  /// @param language BCP 47, such as `ru`
  public static DraftPart labels(String language) {
    return new DraftPart(LABELS + language + ENDING);
  }

  /// Reads a name; empty where no file of a draft is called so.
  public static Optional<DraftPart> parse(String name) {
    return name.matches("scale\\.yaml|cases\\.yaml|plan\\.yaml|SOURCE\\.md")
            || name.matches("labels/[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}\\.yaml")
        ? Optional.of(new DraftPart(name))
        : Optional.empty();
  }

  /// The language of a file of names; empty for other files.
  public Optional<String> language() {
    return name.startsWith(LABELS)
        ? Optional.of(name.substring(LABELS.length(), name.length() - ENDING.length()))
        : Optional.empty();
  }

  @Override
  public int compareTo(DraftPart other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}

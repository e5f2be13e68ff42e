package org.parley.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.terms.ScaleId;
import org.parley.formats.library.EditionName;
import org.parley.formats.library.Library;
import org.parley.formats.parley.Parsed;
import org.parley.formats.tree.Limits;

/// Finds the scales that the command line names: by id, by id and edition, or as files.
public final class ScaleChoice {

  private final Library library;
  private final Issues issues = new Issues();

  public ScaleChoice(Library library) {
    this.library = library;
  }

  /// @param day if given, a named edition must hold on it
  public Checked<Boolean> choose(List<String> names, Optional<LocalDate> day, Selection selection) {
    if (names.isEmpty()) {
      library.editions().forEach(name -> add(library.edition(name), selection));
    }
    for (String name : names) {
      if (name.endsWith(".yaml") || name.endsWith(".json") || Files.isDirectory(Path.of(name))) {
        file(name, selection);
      } else {
        named(name, day, selection);
      }
    }
    return chosen();
  }

  /// Like [#choose], but names are never files.
  public Checked<Boolean> chooseById(
      List<String> names, Optional<LocalDate> day, Selection selection) {
    if (names.isEmpty()) {
      return choose(names, day, selection);
    }
    names.forEach(name -> named(name, day, selection));
    return chosen();
  }

  private Checked<Boolean> chosen() {
    return issues.hasErrors()
        ? new Checked.Refused<>(issues.list())
        : new Checked.Sound<>(true, List.of());
  }

  private void file(String name, Selection selection) {
    Path path = Files.isDirectory(Path.of(name)) ? Path.of(name, "scale.yaml") : Path.of(name);
    try {
      Parsed.of(Files.readAllBytes(path), path.toString(), Limits.DOCUMENT, issues)
          .ifPresent(parsed -> add(library.scale(parsed), selection));
    } catch (IOException missing) {
      issues.add(
          IssueCode.DOCUMENT_UNREADABLE, Place.of(path.toString()), "the file cannot be read");
    }
  }

  private void named(String name, Optional<LocalDate> day, Selection selection) {
    int at = name.indexOf('@');
    Optional<ScaleId> id = ScaleId.parse(at < 0 ? name : name.substring(0, at));
    List<EditionName> editions = id.map(library::editions).orElse(List.of());
    if (editions.isEmpty()) {
      issues.add(
          IssueCode.LIBRARY_ENTRY_MISSING,
          Place.of("--scale"),
          "there is no scale \"%s\"".formatted(at < 0 ? name : name.substring(0, at)),
          "`parley scale list` names those there are");
      return;
    }
    if (at < 0) {
      editions.forEach(each -> add(library.edition(each), selection));
      return;
    }
    Optional<EditionName> wanted =
        editions.stream().filter(each -> each.edition().equals(name.substring(at + 1))).findFirst();
    if (wanted.isEmpty()) {
      issues.add(
          IssueCode.LIBRARY_ENTRY_MISSING,
          Place.of("--scale"),
          "%s has no edition \"%s\"".formatted(editions.getFirst().scale(), name.substring(at + 1)),
          "it has " + String.join(", ", editions.stream().map(EditionName::edition).toList()));
      return;
    }
    Checked<ScaleEdition> edition = library.edition(wanted.get());
    day.ifPresent(date -> mustHold(edition, date));
    add(edition, selection);
  }

  private void mustHold(Checked<ScaleEdition> checked, LocalDate day) {
    if (checked instanceof Checked.Sound<ScaleEdition>(ScaleEdition edition, _)
        && !edition.heading().validity().holdsOn(day)) {
      issues.add(
          IssueCode.NOT_IN_FORCE,
          Place.of("--scale"),
          "%s is not in force on %s: it holds from %s%s"
              .formatted(
                  edition.heading().quoted(),
                  day,
                  edition.heading().validity().from(),
                  edition.heading().validity().to().map(to -> " to " + to).orElse("")),
          "choose another day or another edition");
    }
  }

  private void add(Checked<ScaleEdition> checked, Selection selection) {
    switch (checked) {
      case Checked.Sound<ScaleEdition>(ScaleEdition edition, _) -> selection.add(edition);
      case Checked.Refused<ScaleEdition>(var reasons) -> reasons.forEach(issues::add);
    }
  }
}

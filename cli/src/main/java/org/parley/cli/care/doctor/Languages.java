package org.parley.cli.care.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.issue.Issue;
import org.parley.desk.Shelf;
import org.parley.desk.languages.AddedLanguage;
import org.parley.desk.languages.AddedLanguages;
import org.parley.desk.settings.Settings;

/// The languages that the operator added: how much each says, and what is wrong with its file.
final class Languages {

  private Languages() {}

  static List<Finding> look(Settings settings) {
    AddedLanguages.Found found =
        AddedLanguages.in(settings.data(), Shelf.library(Optional.empty()));
    List<Finding> findings = new ArrayList<>();
    for (AddedLanguage each : found.languages()) {
      findings.add(
          Finding.note(
              "language",
              "%s says %d %% (%d of %d texts); English stands for the rest"
                  .formatted(each.tag(), each.percent(), each.texts().size(), each.outOf())));
    }
    for (Issue issue : found.issues()) {
      findings.add(
          Finding.soon(
              "language",
              "%s %s: %s".formatted(issue.place(), issue.code().label(), issue.message()),
              issue.remedy().orElse("handbook/translations.md says how words are kept.")));
    }
    return findings;
  }
}

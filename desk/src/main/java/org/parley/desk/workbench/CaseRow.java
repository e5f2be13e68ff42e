package org.parley.desk.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.core.classify.CaseRun;
import org.parley.core.issue.Issue;
import org.parley.core.outcome.Classification;
import org.parley.core.scale.Grade;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.scale.WorkedCase;
import org.parley.desk.Classifiers;
import org.parley.desk.html.HtmlPage;
import org.parley.desk.voice.ClassificationText;
import org.parley.desk.voice.ScaleVoice;
import org.parley.desk.voice.Score;
import org.parley.formats.library.Library;

/// A worked case with what the draft makes of it.
///
/// @param line where the expected result is written
/// @param expected the grades that should be possible, in words
/// @param gives those that are possible, in words; empty for several incidents that count as one
/// @param says what differs, as the check tells it; empty where all is as expected
/// @param reasons why, as HTML; empty where nothing is to be explained
public record CaseRow(
    String name, int line, String expected, String gives, List<String> says, String reasons) {

  public boolean holds() {
    return says.isEmpty();
  }

  /// Tries every case.
  ///
  /// @param voice of the draft
  public static List<CaseRow> of(
      ScaleVoice voice, List<WorkedCase> cases, Library library, Classifiers classifiers) {
    ScaleEdition edition = voice.edition();
    List<Issue> failures =
        CaseRun.failures(edition, library.catalogue(), cases, Score.decimals(edition.rule()));
    List<CaseRow> rows = new ArrayList<>();
    for (WorkedCase each : cases) {
      String start = "the case \"" + each.name() + "\" ";
      List<String> says =
          failures.stream()
              .filter(issue -> issue.place().equals(each.place()))
              .filter(issue -> issue.message().startsWith(start))
              .map(issue -> issue.message().substring(start.length()))
              .toList();
      rows.add(row(voice, each, says, classifiers));
    }
    return rows;
  }

  private static CaseRow row(
      ScaleVoice voice, WorkedCase worked, List<String> says, Classifiers classifiers) {
    String expected = voice.phrases().grades(worked.possible());
    if (worked.incidents().size() > 1) {
      return new CaseRow(worked.name(), worked.place().line(), expected, "", says, "");
    }
    WorkedCase.Told told = worked.incidents().getFirst();
    ScaleEdition edition = voice.edition();
    Classification made =
        classifiers
            .of(edition, told.aware().atZone(edition.heading().validity().zone()).toLocalDate())
            .classify(told.sheet());
    List<Grade> possible = made.outcome().possible();
    String reasons = "";
    if (!says.isEmpty()) {
      HtmlPage page = new HtmlPage(4);
      new ClassificationText(voice, made).account(page, List.of(), false);
      reasons = page.html();
    }
    return new CaseRow(
        worked.name(),
        worked.place().line(),
        expected,
        voice.phrases().grades(possible),
        says,
        reasons);
  }

  /// The names of the cases that differ.
  public static Set<String> differing(List<CaseRow> rows) {
    return rows.stream().filter(row -> !row.holds()).map(CaseRow::name).collect(Collectors.toSet());
  }
}

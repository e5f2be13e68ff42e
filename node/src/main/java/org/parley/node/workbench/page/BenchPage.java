package org.parley.node.workbench.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.parley.core.draft.DraftPart;
import org.parley.core.draft.ScaleDraft;
import org.parley.core.issue.Issue;
import org.parley.core.people.Action;
import org.parley.core.people.Actor;
import org.parley.core.people.Permissions;
import org.parley.core.terms.Digest;
import org.parley.desk.voice.Words;
import org.parley.desk.workbench.DraftReading;
import org.parley.duties.workbench.DraftText;
import org.parley.node.web.Visit;

/// One page about a draft: the draft, what was read of it, and what the reader may do.
///
/// @param tab which of its pages
public record BenchPage(Visit visit, DraftText text, DraftReading reading, Tab tab, Rights rights) {

  /// The pages of a draft, in their order.
  public enum Tab {
    SCALE,
    CASES,
    LABELS,
    PLAN,
    NOTES,
    REHEARSAL,
    DIFFERENCES,
    HISTORY,
    ADOPT;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
      return "page.bench.tab." + word();
    }
  }

  /// What the reader may do.
  public record Rights(Permissions permissions, Actor actor) {}

  public Words words() {
    return visit.words();
  }

  public ScaleDraft draft() {
    return text.draft();
  }

  public String path() {
    return "/workbench/" + draft().id();
  }

  public String path(Tab to) {
    return to == Tab.SCALE ? path() : path() + "/" + to.word();
  }

  /// Whether the reader may change it now.
  public boolean isOpen() {
    return mayDraft() && draft().stage() == ScaleDraft.Stage.OPEN;
  }

  public boolean mayDraft() {
    return rights.permissions().allow(rights.actor(), Action.DRAFT_SCALE, text.relation());
  }

  public boolean mayAdopt() {
    return rights.permissions().allow(rights.actor(), Action.ADOPT_SCALE, text.relation())
        && !draft().hands().contains(rights.actor().account());
  }

  public boolean isProposed() {
    return draft().stage() == ScaleDraft.Stage.PROPOSED;
  }

  public boolean isDiscarded() {
    return draft().stage() == ScaleDraft.Stage.DISCARDED;
  }

  public boolean isAdopted() {
    return draft().stage() == ScaleDraft.Stage.ADOPTED;
  }

  public String stage() {
    return words().say("page.bench.stage." + draft().stage().name().toLowerCase(Locale.ROOT));
  }

  /// The digest of a file as it stands; empty where the draft does not have it.
  public String digest(DraftPart part) {
    return Optional.ofNullable(draft().parts().get(part)).map(Digest::hex).orElse("");
  }

  /// Something wrong with a file, or a note about it, as the page tells it.
  ///
  /// @param caret blanks up to the sign that it is about
  public record Told(Issue issue, String caret) {

    public boolean isError() {
      return issue.isError();
    }

    public int line() {
      return issue.place().line();
    }

    public String at() {
      return issue.place().toString();
    }

    public Optional<String> text() {
      return issue.place().text();
    }
  }

  public List<Told> told(DraftPart part) {
    return told(reading.problems(part));
  }

  /// The problems of a file, errors first, then by line.
  public static List<Told> told(List<Issue> issues) {
    List<Told> all = new ArrayList<>();
    issues.forEach(issue ->
        all.add(new Told(issue, " ".repeat(Math.max(0, issue.place().column() - 1)) + "^")));
    all.sort(
        java.util.Comparator.comparing((Told told) -> !told.isError())
            .thenComparingInt(Told::line));
    return all;
  }

  /// How many errors a page of the draft has to tell.
  public long errors(Tab of) {
    return switch (of) {
      case SCALE -> reading.errors(DraftPart.SCALE);
      case CASES -> reading.errors(DraftPart.CASES);
      case PLAN -> reading.errors(DraftPart.PLAN);
      case LABELS ->
          reading.texts().keySet().stream()
              .filter(part -> part.language().isPresent())
              .mapToLong(reading::errors)
              .sum();
      case NOTES, REHEARSAL, DIFFERENCES, HISTORY, ADOPT -> 0;
    };
  }

  /// A file to be shown with its lines and what is wrong at them.
  public SourceView source(DraftPart part) {
    return source(part, reading.text(part));
  }

  public SourceView source(DraftPart part, String typed) {
    Set<Integer> wrong = new TreeSet<>();
    told(part).stream().filter(Told::isError).forEach(each -> wrong.add(each.line()));
    int lines = (int) typed.chars().filter(sign -> sign == '\n').count() + 1;
    return new SourceView(part, typed, lines, wrong, digest(part), told(part));
  }

  /// A file as a page shows it.
  ///
  /// @param lines how many it has
  /// @param wrong the numbers of those with an error
  /// @param was its digest, which comes back with the form
  public record SourceView(
      DraftPart part, String text, int lines, Set<Integer> wrong, String was, List<Told> problems) {

    public String id() {
      return "source-" + part.name().replaceAll("[^A-Za-z0-9]", "-");
    }
  }
}

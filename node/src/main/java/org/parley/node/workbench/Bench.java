package org.parley.node.workbench;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.parley.core.draft.DraftId;
import org.parley.core.draft.DraftPart;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.people.Action;
import org.parley.core.people.Actor;
import org.parley.core.people.Relation;
import org.parley.desk.Classifiers;
import org.parley.desk.workbench.DraftReading;
import org.parley.duties.workbench.AdoptScale;
import org.parley.duties.workbench.DraftText;
import org.parley.duties.workbench.KeepDraft;
import org.parley.duties.workbench.Workshop;
import org.parley.formats.library.Library;
import org.parley.node.incidents.Room;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Press;
import org.parley.node.web.Problem;
import org.parley.node.web.Shelves;
import org.parley.node.web.Visit;
import org.parley.node.workbench.page.BenchPage;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// What every operation of the workbench works with: drafts found for whoever asks, and their
/// pages.
@Component
final class Bench {

  static final String ALL = "/workbench";
  static final String ONE = "/workbench/{id}";

  private final Tools tools;
  private final Press press;

  /// The duties, and what they read with.
  @Component
  record Tools(
      Workshop shop,
      KeepDraft keep,
      AdoptScale adopt,
      Shelves shelves,
      Classifiers classifiers,
      OwnShelf own) {}

  Bench(Tools tools, Press press) {
    this.tools = tools;
    this.press = press;
  }

  KeepDraft keep() {
    return tools.keep();
  }

  AdoptScale adopt() {
    return tools.adopt();
  }

  OwnShelf own() {
    return tools.own();
  }

  Press press() {
    return press;
  }

  Library library() {
    return tools.shelves().library();
  }

  Shelves shelves() {
    return tools.shelves();
  }

  Classifiers classifiers() {
    return tools.classifiers();
  }

  static DraftId id(String text) {
    return DraftId.parse(text).orElseThrow(AbsentException::new);
  }

  static String path(DraftId id) {
    return ALL + "/" + id;
  }

  static Actor actor(Visit visit) {
    return Room.actor(visit);
  }

  /// Whether the reader may begin drafts.
  boolean mayDraft(Visit visit) {
    return tools.shop().permissions().allow(actor(visit), Action.DRAFT_SCALE, Relation.NOTHING);
  }

  /// A draft that is not there, or not for this reader, is a page that does not exist.
  DraftText find(Visit visit, DraftId id) {
    return switch (keep().read(visit.site().realm(), id, actor(visit))) {
      case Checked.Sound<DraftText>(DraftText text, _) -> text;
      case Checked.Refused<DraftText> _ -> throw new AbsentException();
    };
  }

  /// Keeps a part of the draft as it is now, unless somebody changed it since the page was shown.
  Checked<DraftText> save(Visit visit, BenchPage page, DraftPart part, String text) {
    return keep()
        .save(
            visit.site().realm(),
            page.draft().id(),
            part,
            new KeepDraft.Saving(text, Optional.ofNullable(page.draft().parts().get(part))),
            actor(visit));
  }

  BenchPage open(Visit visit, String id, BenchPage.Tab tab) {
    return page(visit, find(visit, id(id)), tab);
  }

  BenchPage page(Visit visit, DraftText text, BenchPage.Tab tab) {
    return new BenchPage(
        visit,
        text,
        DraftReading.of(library(), text.texts()),
        tab,
        new BenchPage.Rights(tools.shop().permissions(), actor(visit)));
  }

  ResponseEntity<byte[]> show(BenchPage page, String template, Map<String, ?> more) {
    return show(page, HttpStatus.OK, template, List.of(), more);
  }

  ResponseEntity<byte[]> show(
      BenchPage page,
      HttpStatusCode status,
      String template,
      List<Problem> problems,
      Map<String, ?> more) {
    Map<String, Object> all = new HashMap<>(more);
    all.put("page", page);
    all.put("problems", problems);
    return press.page(
        page.visit(),
        status,
        "workbench/" + template,
        page.words().say(page.tab().title()) + " · " + page.draft().title(),
        all);
  }

  /// What was refused, in the reader's words; what is not there is a page that does not exist.
  static List<Problem> told(Visit visit, String field, List<Issue> issues) {
    if (issues.stream().anyMatch(issue -> issue.code() == IssueCode.DRAFT_UNKNOWN)) {
      throw new AbsentException();
    }
    return issues.stream()
        .filter(Issue::isError)
        .map(issue -> new Problem(field, says(visit, issue), issue.code().label()))
        .toList();
  }

  private static String says(Visit visit, Issue issue) {
    String key =
        "page.bench.refused." + issue.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return visit.words().knows(key) ? visit.words().say(key) : Problem.says(visit.words(), issue);
  }

  /// A text from a form, line ends as Unix has them; empty where it was not sent.
  static Optional<String> text(Map<String, List<String>> form, String name) {
    List<String> values = form.getOrDefault(name, List.of());
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(values.getFirst().replace("\r\n", "\n").replace('\r', '\n'));
  }

  static String word(Map<String, List<String>> form, String name) {
    return text(form, name).map(String::strip).orElse("");
  }
}

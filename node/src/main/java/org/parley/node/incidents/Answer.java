package org.parley.node.incidents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.people.Actor;
import org.parley.core.terms.Realm;
import org.parley.node.incidents.page.CasePage;
import org.parley.node.incidents.page.Given;
import org.parley.node.incidents.page.Refused;
import org.parley.node.incidents.page.Typed;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Press;
import org.parley.node.web.Problem;
import org.parley.node.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;

/// Answers what was asked of one case: its page again after a deed was done, or with what is to be
/// mended on top and nothing typed lost.
final class Answer {

  private final Room room;
  private final Press press;

  Answer(Room room, Press press) {
    this.room = room;
    this.press = press;
  }

  Room room() {
    return room;
  }

  Press press() {
    return press;
  }

  /// A form about a case.
  ///
  /// @param name which of the page's forms
  /// @param template the page that holds it
  /// @param title of that page
  record Form(Visit visit, CaseId id, String name, String template, String title) {

    /// A form on the case's own page.
    static Form of(Visit visit, CaseId id, String name) {
      return new Form(visit, id, name, "incidents/case", "");
    }
  }

  /// A deed, made of what a form says.
  @FunctionalInterface
  interface Doing {
    Checked<SeenCase> with(Asked asked, FormFields fields);
  }

  /// Which case, and who asks.
  record Asked(Realm realm, CaseId id, Actor actor) {}

  /// Does what a form of the case's own page asks for.
  ResponseEntity<byte[]> done(
      Visit visit, String id, MultiValueMap<String, String> all, String form, Doing doing) {
    Asked asked = new Asked(visit.site().realm(), Paths.id(id), Room.actor(visit));
    FormFields fields = new FormFields(visit, all);
    return done(Form.of(visit, asked.id(), form), fields, () -> doing.with(asked, fields));
  }

  /// Does a deed where the form could be read, and leads back to the case.
  ResponseEntity<byte[]> done(Form form, FormFields fields, Supplier<Checked<SeenCase>> deed) {
    if (!fields.canBeTaken()) {
      return again(form, fields, fields.problems());
    }
    Checked<SeenCase> result = deed.get();
    if (!fields.problems().isEmpty()) {
      return again(form, fields, fields.problems());
    }
    return switch (result) {
      case Checked.Sound<SeenCase> _ ->
          press.see(Paths.of(form.id()) + "?done=" + form.name() + "#" + form.name());
      case Checked.Refused<SeenCase>(List<Issue> issues) -> again(form, fields, told(form, issues));
    };
  }

  /// A case that is not there, or not for this reader, is a page that does not exist.
  private static List<Problem> told(Form form, List<Issue> issues) {
    List<Problem> problems = new ArrayList<>();
    for (Issue issue : issues) {
      if (issue.code() == IssueCode.INCIDENT_UNKNOWN
          && issue.place().document().endsWith(form.id().toString())) {
        throw new AbsentException();
      }
      if (issue.isError()) {
        problems.add(
            new Problem(form.name(), Refused.says(form.visit(), issue), issue.code().label()));
      }
    }
    return problems;
  }

  ResponseEntity<byte[]> again(Form form, FormFields fields, List<Problem> problems) {
    return page(
        form,
        HttpStatus.UNPROCESSABLE_CONTENT,
        problems,
        new Typed(form.name(), fields.all()),
        fields.given(room));
  }

  ResponseEntity<byte[]> page(Form form, HttpStatus status, List<Problem> problems, Typed typed) {
    return page(form, status, problems, typed, Given.NOTHING);
  }

  private ResponseEntity<byte[]> page(
      Form form, HttpStatus status, List<Problem> problems, Typed typed, Given given) {
    Visit visit = form.visit();
    CasePage page = room.page(visit, room.read(visit, form.id()), given);
    String title =
        form.title().isEmpty()
            ? page.what().head().number() + " · " + page.what().story().title()
            : form.visit().words().say(form.title());
    return press.page(
        form.visit(),
        status,
        form.template(),
        title,
        Map.of("page", page, "problems", problems, "typed", typed));
  }
}

package org.parley.node.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.directory.KeyHealth;
import org.parley.core.directory.NodeRecord;
import org.parley.core.directory.OfficeId;
import org.parley.core.directory.Standing;
import org.parley.core.exchange.Statement;
import org.parley.core.exchange.format.ItemRule;
import org.parley.core.exchange.format.ItemType;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Party;
import org.parley.duties.ComposeStatement;
import org.parley.duties.Draft;
import org.parley.node.attachments.Attaching;
import org.parley.node.attachments.DraftFiles;
import org.parley.node.messages.page.DraftFields;
import org.parley.node.messages.page.PreviewPage;
import org.parley.node.web.Press;
import org.parley.node.web.Problem;
import org.parley.node.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// A message while it is written: filled in, looked at as its readers will see it, sent. What was
/// sent is never written again.
@Controller
final class DraftsDoor {

  private final DraftDesk drafts;
  private final Attaching attaching;
  private final SendDraft send;
  private final Press press;

  DraftsDoor(DraftDesk drafts, Attaching attaching, PostRoom room, Press press) {
    this.drafts = drafts;
    this.attaching = attaching;
    this.send = new SendDraft(room);
    this.press = press;
  }

  @GetMapping("/drafts/{id}")
  ResponseEntity<byte[]> page(Visit visit, @PathVariable String id) {
    return form(visit, drafts.need(visit, id), List.of(), false);
  }

  /// Keeps what was typed, whatever it is, and goes on to the preview where that is asked for.
  @PostMapping("/drafts/{id}")
  ResponseEntity<byte[]> keep(
      Visit visit,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> said,
      @RequestParam(name = "file", required = false) Optional<MultipartFile> file) {
    DraftDesk.Open before = drafts.need(visit, id);
    String go = Optional.ofNullable(said.getFirst("go")).orElse("");
    DraftFiles files = new DraftFiles(before.desk().station().books());
    Attaching.Came came = attaching.run(visit, files, before.fields().filled(said), go, file);
    DraftDesk.Open open = before.with(came.fields());
    drafts.keep(open.desk(), open.draft().id(), open.format(), open.fields());
    if (!came.problems().isEmpty()) {
      return form(visit, open, came.problems(), false);
    }
    if (Attaching.isAsked(go)) {
      return press.see(open.path() + "#" + Attaching.PLACE);
    }
    return go.equals("preview")
        ? press.see(open.path() + "/preview")
        : press.see(open.path() + "?done=keep");
  }

  @GetMapping("/drafts/{id}/preview")
  ResponseEntity<byte[]> preview(Visit visit, @PathVariable String id) {
    DraftDesk.Open open = drafts.need(visit, id);
    DraftReader reader = new DraftReader(visit, open.desk(), open.fields(), open.format());
    SeverityBlock severity = drafts.severity(open);
    Optional<Draft> draft = reader.read(severity);
    if (draft.isEmpty()) {
      return form(visit, open, reader.problems(), false);
    }
    Checked<Statement> tried =
        new ComposeStatement(open.desk().station()).tried(draft.get(), open.desk().hand());
    return switch (tried) {
      case Checked.Refused<Statement>(List<Issue> issues) -> refused(visit, open, reader, issues);
      case Checked.Sound<Statement>(Statement statement, _) ->
          reader.problems().isEmpty()
              ? press.page(
                  visit,
                  "messages/preview",
                  "page.preview.title",
                  Map.of("page", preview(visit, open, statement), "problems", List.<Problem>of()))
              : form(visit, open, reader.problems(), false);
    };
  }

  private PreviewPage preview(Visit visit, DraftDesk.Open open, Statement statement) {
    PostRoom.Desk desk = open.desk();
    List<PreviewPage.Reader> readers =
        statement.route().recipients().stream()
            .map(office -> reader(desk, office, statement.route().copy().contains(office)))
            .toList();
    List<Party> parties =
        statement.route().recipients().stream().map(OfficeId::party).distinct().toList();
    return new PreviewPage(
        open.draft().id(),
        statement,
        new StatementViews(
                drafts.room(),
                desk,
                desk.open(statement.heading().conversation()),
                Mail.speech(visit, desk),
                drafts.shelves())
            .preview(statement),
        readers,
        drafts.severity(open).elsewhere(open.fields(), parties),
        desk.home().settings().secondPerson(),
        Mail.speech(visit, desk));
  }

  private static PreviewPage.Reader reader(PostRoom.Desk desk, OfficeId office, boolean copy) {
    if (desk.station().seat().offices().contains(office)) {
      return new PreviewPage.Reader(
          office, copy, Optional.of(desk.station().node()), Optional.of(KeyHealth.SOUND));
    }
    Optional<Standing> standing =
        desk.station().books().look(book -> desk.home().directory().standing(book, office.party()));
    Optional<NodeRecord> node = standing.flatMap(each -> each.entry().serving(office.kind()));
    return new PreviewPage.Reader(
        office,
        copy,
        node.map(NodeRecord::node),
        node.map(record ->
            KeyHealth.of(record, standing.orElseThrow().entry().revoked(), desk.station().now())));
  }

  @PostMapping("/drafts/{id}/send")
  ResponseEntity<byte[]> send(Visit visit, @PathVariable String id) {
    DraftDesk.Open open = drafts.need(visit, id);
    DraftReader reader = new DraftReader(visit, open.desk(), open.fields(), open.format());
    Optional<Draft> draft = reader.read(drafts.severity(open));
    if (draft.isEmpty() || !reader.problems().isEmpty()) {
      return form(visit, open, reader.problems(), false);
    }
    return switch (send.run(open, draft.get())) {
      case Checked.Refused<ComposeStatement.Composed>(List<Issue> issues) ->
          refused(visit, open, reader, issues);
      case Checked.Sound<ComposeStatement.Composed>(ComposeStatement.Composed made, _) ->
          press.see("/messages/" + made.conversation() + "?done=sent");
    };
  }

  @PostMapping("/drafts/{id}/discard")
  ResponseEntity<byte[]> discard(Visit visit, @PathVariable String id) {
    DraftDesk.Open open = drafts.need(visit, id);
    open.desk()
        .station()
        .books()
        .change(book -> {
          book.drafts().remove(open.desk().realm(), open.draft().id());
          return id;
        });
    new DraftFiles(open.desk().station().books()).clear(open.fields());
    return press.see("/messages");
  }

  /// In the place of what is above the ceiling: who holds it, and how to get it.
  @PostMapping("/drafts/{id}/pointer")
  ResponseEntity<byte[]> pointer(
      Visit visit,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String reference,
      @RequestParam(defaultValue = "") String how) {
    DraftDesk.Open open = drafts.need(visit, id);
    String ceiling = open.desk().home().settings().ceiling().most().word();
    DraftFields fields =
        open.fields()
            .with("tlp", ceiling)
            .without("pap")
            .without("grade")
            .without("severity")
            .without("second");
    String says = visit.words().say("page.pointer.sentence", open.desk().office(), how.strip());
    boolean named = false;
    boolean told = false;
    for (ItemRule rule : open.format().items()) {
      String field = "i." + rule.number();
      fields = fields.without("t." + rule.number());
      boolean free = rule.type() instanceof ItemType.Text;
      if (free && !named) {
        fields = fields.with(field, reference.strip()).with(field + ".how", "value");
        named = true;
      } else if (free && !told && rule.need() == ItemRule.Need.VALUE) {
        fields = fields.with(field, says).with(field + ".how", "value");
        told = true;
      } else if (rule.need() == ItemRule.Need.WORD) {
        fields = fields.without(field).with(field + ".how", "withheld");
      } else if (rule.need() == ItemRule.Need.NONE) {
        fields = fields.without(field).without(field + ".how");
      }
    }
    drafts.keep(open.desk(), open.draft().id(), open.format(), fields);
    return press.see(open.path());
  }

  private ResponseEntity<byte[]> refused(
      Visit visit, DraftDesk.Open open, DraftReader reader, List<Issue> issues) {
    List<Problem> problems = new ArrayList<>(reader.problems());
    for (Issue issue : issues) {
      if (issue.isError()) {
        problems.add(ConversationDoor.problem(visit, SecondLanguage.field(issue), issue));
      }
    }
    boolean above =
        issues.stream().anyMatch(issue -> issue.code() == IssueCode.MARKING_ABOVE_CEILING);
    return form(visit, open, problems, above);
  }

  private ResponseEntity<byte[]> form(
      Visit visit, DraftDesk.Open open, List<Problem> problems, boolean pointer) {
    return press.page(
        visit,
        problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
        "messages/draft",
        Mail.speech(visit, open.desk()).format(open.format()),
        Map.of("page", drafts.page(visit, open, problems, pointer)));
  }
}

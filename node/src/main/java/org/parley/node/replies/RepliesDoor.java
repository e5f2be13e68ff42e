package org.parley.node.replies;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.carriage.OutsideReply;
import org.parley.core.exchange.ledger.Account;
import org.parley.core.exchange.ledger.Command;
import org.parley.core.exchange.ledger.Dossier;
import org.parley.core.exchange.ledger.Hand;
import org.parley.core.exchange.view.Sight;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.people.Action;
import org.parley.core.terms.Digest;
import org.parley.duties.ActOnStatement;
import org.parley.node.incidents.Sent;
import org.parley.node.messages.PostRoom;
import org.parley.node.messages.page.DraftFields;
import org.parley.node.messages.page.MessageSpeech;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Press;
import org.parley.node.web.Problem;
import org.parley.node.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Takes down that a recipient acknowledged a statement of the office by telephone or by mail, and
/// hands out a mail that was kept.
@Controller
final class RepliesDoor {

  private final PostRoom room;
  private final OfficeKeys keys;
  private final Press press;

  RepliesDoor(PostRoom room, OfficeKeys keys, Press press) {
    this.room = room;
    this.keys = keys;
    this.press = press;
  }

  /// Of which statement, by which recipient.
  private record Of(PostRoom.Desk desk, ConversationId id, Dossier dossier, OfficeId recipient) {}

  @GetMapping("/messages/{id}/reply")
  ResponseEntity<byte[]> form(
      Visit visit,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String statement,
      @RequestParam(defaultValue = "") String recipient) {
    PostRoom.Desk desk = room.need(visit);
    ConversationId conversation = room.need(desk, id, Action.TAKE_DOWN_REPLY);
    return of(desk, conversation, statement, recipient)
        .map(of -> page(visit, of, DraftFields.of(Map.of()), Optional.empty(), List.of()))
        .orElseGet(() -> press.see("/messages/" + conversation));
  }

  @PostMapping("/messages/{id}/reply")
  ResponseEntity<byte[]> take(
      Visit visit,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> said,
      @RequestParam(name = "file", required = false) Optional<MultipartFile> file,
      @RequestParam(name = "key", required = false) Optional<MultipartFile> key) {
    PostRoom.Desk desk = room.need(visit);
    ConversationId conversation = room.need(desk, id, Action.TAKE_DOWN_REPLY);
    DraftFields fields = DraftFields.of(said);
    Optional<Of> of = of(desk, conversation, fields.text("statement"), fields.text("recipient"));
    if (of.isEmpty()) {
      return press.see("/messages/" + conversation);
    }
    ReplyForm form = new ReplyForm(visit, said, desk, keys.named(visit, of.get().recipient()));
    Optional<ReplyForm.Given> given = form.read(of.get().dossier(), file, key);
    return given
        .map(each -> kept(visit, of.get(), fields, each))
        .orElseGet(() -> page(visit, of.get(), fields, form.found(), form.problems()));
  }

  private ResponseEntity<byte[]> kept(
      Visit visit, Of of, DraftFields fields, ReplyForm.Given given) {
    PostRoom.Desk desk = of.desk();
    Hand by = new Hand(desk.office(), desk.actor().account().toString());
    Checked<Digest> kept =
        new ActOnStatement(desk.station())
            .takeDown(
                desk.realm(),
                new Command.TakeDown(of.dossier().digest(), of.recipient(), by, given.reply()),
                given.mail());
    return kept instanceof Checked.Refused<Digest>(List<Issue> why)
        ? page(
            visit,
            of,
            fields,
            Optional.empty(),
            why.stream()
                .filter(Issue::isError)
                .map(each -> Problem.of(visit.words(), "when", each))
                .toList())
        : press.see("/messages/" + of.id());
  }

  /// A mail as it came, for the office whose message it answers: always to be saved.
  @GetMapping("/messages/{id}/reply/{statement}/{mail}")
  ResponseEntity<byte[]> mail(
      Visit visit,
      @PathVariable String id,
      @PathVariable String statement,
      @PathVariable int mail) {
    PostRoom.Desk desk = room.need(visit);
    ConversationId conversation = room.need(desk, id, Action.READ_MESSAGE);
    Digest bytes =
        ours(desk, conversation, statement)
            .map(Dossier::letters)
            .filter(letters -> mail >= 1 && mail <= letters.size())
            .map(letters -> letters.get(mail - 1).bytes())
            .orElseThrow(AbsentException::new);
    return desk.station()
        .books()
        .look(book -> book.documents().find(bytes))
        .map(content ->
            Sent.file(
                "reply-" + bytes.brief() + ".eml",
                MediaType.APPLICATION_OCTET_STREAM,
                content.toArray()))
        .orElseThrow(AbsentException::new);
  }

  /// A statement that the office itself has sent.
  private static Optional<Dossier> ours(
      PostRoom.Desk desk, ConversationId conversation, String statement) {
    return Optional.of(statement)
        .filter(text -> text.matches("[0-9a-f]{64}"))
        .map(Digest::new)
        .flatMap(desk.open(conversation)::find)
        .filter(dossier -> dossier.stage() == Dossier.Stage.SENT)
        .filter(
            dossier -> Sight.of(dossier, desk.office()).filter(Sight.SPEAKS::equals).isPresent());
  }

  private static Optional<Of> of(
      PostRoom.Desk desk, ConversationId conversation, String statement, String recipient) {
    return ours(desk, conversation, statement)
        .flatMap(dossier ->
            OfficeId.parse(recipient)
                .flatMap(dossier::account)
                .map(Account::recipient)
                .map(office -> new Of(desk, conversation, dossier, office)));
  }

  private ResponseEntity<byte[]> page(
      Visit visit,
      Of of,
      DraftFields fields,
      Optional<OutsideReply.Finding> found,
      List<Problem> problems) {
    ReplyPage page =
        new ReplyPage(
            of.id(),
            of.dossier(),
            of.recipient(),
            keys.named(visit, of.recipient()),
            fields,
            found,
            new MessageSpeech(visit.shelf(), of.desk().home().formats()));
    return press.page(
        visit,
        problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
        "replies/reply",
        visit.words().say("page.reply.title"),
        Map.of("page", page, "problems", problems));
  }
}

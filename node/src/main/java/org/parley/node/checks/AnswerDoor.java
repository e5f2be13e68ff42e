package org.parley.node.checks;

import java.util.List;
import java.util.Map;
import org.parley.core.exchange.ledger.Conversation;
import org.parley.core.exchange.ledger.Dossier;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.terms.Digest;
import org.parley.duties.ActOnStatement;
import org.parley.duties.ComposeStatement;
import org.parley.duties.checks.AnswerCheck;
import org.parley.duties.record.Ledger;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Press;
import org.parley.node.web.Problem;
import org.parley.node.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Answering a communication check. Opening the page answers nothing and opens nothing: whoever
/// answers types the word of the question and sends it.
@Controller
final class AnswerDoor {

  private static final int LONGEST_REMARKS = 2000;

  private final CheckRoom room;
  private final Press press;

  AnswerDoor(CheckRoom room, Press press) {
    this.room = room;
    this.press = press;
  }

  @GetMapping("/checks/answer/{statement}")
  ResponseEntity<byte[]> form(Visit visit, @PathVariable String statement) {
    question(room.need(visit), statement);
    return page(visit, statement, new LinkedMultiValueMap<>(), List.of());
  }

  @PostMapping("/checks/answer/{statement}")
  ResponseEntity<byte[]> answer(
      Visit visit,
      @PathVariable String statement,
      @RequestParam MultiValueMap<String, String> said) {
    CheckRoom.Desk desk = room.need(visit);
    Dossier question = question(desk, statement);
    CheckForm form = new CheckForm(visit, said);
    String word = form.text("word");
    if (word.isEmpty() || word.length() > 40 || form.text("remarks").length() > LONGEST_REMARKS) {
      return page(
          visit,
          statement,
          said,
          List.of(new Problem("word", visit.words().say("page.wrong.word"), "")));
    }
    AnswerCheck.Answer answer =
        new AnswerCheck.Answer(
            word,
            said.containsKey("both"),
            form.maybe("way").filter(way -> way.length() <= 200),
            form.maybe("remarks"));
    return sent(desk, question, answer)
            instanceof Checked.Refused<ComposeStatement.Composed>(List<Issue> why)
        ? page(
            visit,
            statement,
            said,
            why.stream()
                .filter(Issue::isError)
                .map(each -> Problem.of(visit.words(), "", each))
                .toList())
        : press.see("/messages/" + question.outline().heading().conversation());
  }

  /// Opens the question and answers it.
  private static Checked<ComposeStatement.Composed> sent(
      CheckRoom.Desk desk, Dossier question, AnswerCheck.Answer answer) {
    Checked<Digest> opened =
        new ActOnStatement(desk.home().station())
            .open(desk.realm(), question.digest(), desk.hand());
    return opened.then(_ ->
        new AnswerCheck(desk.home().station(), desk.work().secondPerson())
            .run(desk.realm(), question.digest(), answer, desk.hand(), desk.hand()));
  }

  /// The question, where it is one to the visitor's office; any other does not exist.
  private static Dossier question(CheckRoom.Desk desk, String statement) {
    if (!statement.matches("[0-9a-f]{64}")) {
      throw new AbsentException();
    }
    Digest digest = new Digest(statement);
    return desk.home()
        .station()
        .books()
        .look(book ->
            new Ledger(book, desk.home().station().seat(), desk.realm()).conversationOf(digest))
        .map(Ledger.Opened::state)
        .flatMap((Conversation state) -> state.find(digest))
        .filter(dossier ->
            dossier.outline().heading().format().number() == 2
                && dossier.outline().route().isFor(desk.office()))
        .orElseThrow(AbsentException::new);
  }

  private ResponseEntity<byte[]> page(
      Visit visit, String statement, MultiValueMap<String, String> said, List<Problem> problems) {
    return press.page(
        visit,
        problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
        "checks/answer",
        visit.words().say("page.checks.answer"),
        Map.of("statement", statement, "said", said, "problems", problems));
  }
}

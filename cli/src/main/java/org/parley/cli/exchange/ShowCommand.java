package org.parley.cli.exchange;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.parley.cli.ExitStatus;
import org.parley.cli.Talk;
import org.parley.core.exchange.Attachment;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.Severity;
import org.parley.core.exchange.Statement;
import org.parley.core.exchange.format.ItemRule;
import org.parley.core.exchange.ledger.Dossier;
import org.parley.core.exchange.ledger.Step;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.desk.voice.Page;
import org.parley.duties.RecomputeSeverity;
import org.parley.duties.record.Ledger;
import org.parley.exchange.NodeHome;
import org.parley.formats.exchange.StatementReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Shows one statement with its items, and every step it took with every recipient.
@Command(
    name = "show",
    description = {
      "Shows a statement and every step it took, with times and offices.",
      "A statement that was received counts as opened only by `parley exchange open`."
    },
    mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {

  @Mixin private final Talk talk = new Talk();
  @Mixin private final At at = new At();

  @Parameters(paramLabel = "STATEMENT", description = "The first digits of its digest.")
  private String beginning = "";

  @Override
  public Integer call() {
    return at.run(
        talk,
        home ->
            at.statement(talk, home, beginning)
                .map(statement -> show(home, statement))
                .orElse(ExitStatus.BAD_INPUT));
  }

  private int show(NodeHome home, Digest digest) {
    Optional<Octets> bytes = home.station().books().look(book -> book.documents().find(digest));
    Optional<Dossier> dossier =
        home.station()
            .books()
            .look(book ->
                new Ledger(book, home.station().seat(), at.realm(talk))
                    .conversationOf(digest)
                    .flatMap(opened -> opened.state().find(digest)));
    Page page = talk.page();
    bytes.ifPresent(octets -> statement(page, home, StatementReader.read(octets).orThrow()));
    if (bytes.isEmpty()) {
      page.line("Its content was erased; what is left is the record.");
    }
    bytes.ifPresent(octets -> files(page, StatementReader.read(octets).orThrow()));
    dossier.ifPresent(found -> steps(page, found));
    page.blank();
    page.line(digest.hex());
    talk.print(page);
    return ExitStatus.OK;
  }

  private void statement(Page page, NodeHome home, Statement statement) {
    page.title(
        "%s  %s"
            .formatted(
                statement.heading().format(),
                home.formats()
                    .find(statement.heading().format())
                    .map(format -> format.title())
                    .orElse("a format not known here")));
    page.table(
        0,
        List.of(
            List.of("from", statement.from() + ", number " + statement.heading().number()),
            List.of(
                "to",
                String.join(", ", statement.route().to().stream().map(Object::toString).toList())),
            List.of(
                "copy",
                String.join(
                    ", ", statement.route().copy().stream().map(Object::toString).toList())),
            List.of("realm", statement.realm().word()),
            List.of("marking", statement.marking().toString()),
            List.of("created", statement.heading().created().toString()),
            List.of(
                "reply proposed by",
                statement.ties().replyBy().map(Object::toString).orElse("–"))));
    statement.rest().severity().ifPresent(severity -> severity(page, statement, severity));
    page.heading("Items");
    for (Item item : statement.items()) {
      String title =
          home.formats()
              .find(statement.heading().format())
              .flatMap(format -> format.item(item.number()))
              .map(ItemRule::title)
              .orElse("");
      page.paragraph(2, 5, "%d. %s: %s".formatted(item.number(), title, said(item.said())));
    }
  }

  private static void files(Page page, Statement statement) {
    List<Attachment> files = statement.rest().attachments();
    if (!files.isEmpty()) {
      page.heading("Files, taken out by `parley exchange files`");
      files.forEach(file -> page.line("  " + FilesCommand.line(file)));
    }
  }

  /// What the sender states, and what our own library finds on the facts it released.
  private void severity(Page page, Statement statement, Severity severity) {
    page.heading("Severity");
    severity
        .stated()
        .ifPresent(
            stated -> page.line("  stated: %s on %s".formatted(stated.level(), stated.scale())));
    severity.basis().ifPresent(basis -> basis(page, statement, basis));
  }

  private void basis(Page page, Statement statement, Severity.Basis basis) {
    page.line(
        "  on the facts released, by %s %s, the sender finds: %s"
            .formatted(
                basis.edition().scale(),
                basis.edition().edition(),
                String.join(", ", basis.possible())));
    LocalDate day = LocalDate.ofInstant(statement.heading().created(), ZoneOffset.UTC);
    RecomputeSeverity.Recomputed ours =
        new RecomputeSeverity(talk.shelf().library()).run(basis, day);
    page.line(
        "  computed again here: "
            + switch (ours) {
              case RecomputeSeverity.Recomputed.Same _ -> "the same";
              case RecomputeSeverity.Recomputed.Different(List<String> grades) ->
                  "DIFFERENT: " + String.join(", ", grades);
              case RecomputeSeverity.Recomputed.Unable(String why) -> "not possible, " + why;
            });
  }

  private static String said(Item.Said said) {
    return switch (said) {
      case Item.Value(List<String> texts) -> String.join("; ", texts);
      case Item.Nil() -> "NIL";
      case Item.Absent(Item.Reason reason, Optional<String> words) ->
          "(" + reason.word().replace('-', ' ') + words.map(more -> ": " + more).orElse("") + ")";
    };
  }

  private static void steps(Page page, Dossier dossier) {
    dossier
        .accounts()
        .values()
        .forEach(account -> {
          page.heading(account.recipient().toString());
          List<List<String>> rows = new ArrayList<>();
          for (Step step : account.steps()) {
            rows.add(
                List.of(
                    step.at().toString(),
                    step.standing().word(),
                    step.by().toString(),
                    step.outside().map(reply -> "(" + reply.grade().word() + ") ").orElse("")
                        + step.reason().orElse("")));
          }
          page.table(2, rows);
        });
  }
}

package org.parley.node.messages;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.core.directory.OfficeId;
import org.parley.core.directory.OfficeKind;
import org.parley.core.exchange.Heading;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.Severity;
import org.parley.core.exchange.Statement;
import org.parley.core.exchange.Ties;
import org.parley.core.exchange.carriage.OutsideReply;
import org.parley.core.exchange.format.ItemRule;
import org.parley.core.exchange.ledger.Account;
import org.parley.core.exchange.ledger.Conversation;
import org.parley.core.exchange.ledger.Dossier;
import org.parley.core.exchange.ledger.NextStep;
import org.parley.core.exchange.ledger.Standing;
import org.parley.core.exchange.ledger.Step;
import org.parley.core.exchange.view.Sight;
import org.parley.core.people.Action;
import org.parley.core.people.Relation;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.desk.voice.Words;
import org.parley.duties.RecomputeSeverity;
import org.parley.formats.exchange.StatementReader;
import org.parley.node.attachments.FileView;
import org.parley.node.attachments.FileViews;
import org.parley.node.messages.page.MessageSpeech;
import org.parley.node.messages.page.NotePage;
import org.parley.node.messages.page.StatementView;
import org.parley.node.messages.page.StatementView.Deed;
import org.parley.node.web.Shelves;

/// Makes of one conversation what an office may see of it.
final class StatementViews {

  private final PostRoom room;
  private final PostRoom.Desk desk;
  private final Conversation state;
  private final MessageSpeech speech;
  private final Shelves shelves;

  StatementViews(
      PostRoom room,
      PostRoom.Desk desk,
      Conversation state,
      MessageSpeech speech,
      Shelves shelves) {
    this.room = room;
    this.desk = desk;
    this.state = state;
    this.speech = speech;
    this.shelves = shelves;
  }

  /// The statements that exist for the office, in the order they came to be known.
  List<StatementView> all() {
    List<StatementView> views = new ArrayList<>();
    for (Dossier dossier : state.dossiers().values()) {
      Sight.of(dossier, desk.office()).ifPresent(sight -> views.add(view(dossier, sight)));
    }
    return views;
  }

  private StatementView view(Dossier dossier, Sight sight) {
    Optional<Statement> statement =
        sight.reads(dossier, desk.office()) ? statement(desk, dossier.digest()) : Optional.empty();
    return new StatementView(
        dossier,
        sight,
        statement.map(said -> content(said, new FileViews(desk, speech).of(dossier, said))),
        ledger(dossier, sight),
        ties(dossier),
        deeds(dossier, sight));
  }

  static Optional<Statement> statement(PostRoom.Desk desk, Digest digest) {
    return desk.station()
        .books()
        .look(book -> book.documents().find(digest))
        .map((Octets bytes) -> StatementReader.read(bytes).orThrow());
  }

  /// What a statement says that was not sent yet.
  StatementView.Content preview(Statement statement) {
    return content(statement, FileView.preview(statement.rest().attachments()));
  }

  private StatementView.Content content(Statement statement, List<FileView> files) {
    List<StatementView.ItemView> items =
        statement.items().stream().map(item -> item(statement.heading(), item)).toList();
    return new StatementView.Content(
        items,
        statement.rest().severity().map(block -> severity(statement, block)),
        StatementView.Tongue.of(statement.heading().languages(), speech, shelves),
        files);
  }

  private StatementView.ItemView item(Heading heading, Item item) {
    Optional<ItemRule> rule = speech.rule(heading.format(), item.number());
    List<String> texts =
        switch (item.said()) {
          case Item.Value(List<String> said) ->
              said.stream().map(text -> speech.said(rule, text)).toList();
          case Item.Nil() -> List.of();
          case Item.Absent(_, Optional<String> words) -> words.stream().toList();
        };
    return new StatementView.ItemView(
        item.number(),
        rule.map(speech::title).orElse(""),
        item.said(),
        texts,
        item.translations(),
        rule.map(speech::nil).orElse(""),
        NotePage.isFree(rule));
  }

  /// What the sender states, and what our own library finds on the facts it released.
  private StatementView.SeverityView severity(Statement statement, Severity block) {
    Words words = speech.words();
    LocalDate day = LocalDate.ofInstant(statement.heading().created(), ZoneOffset.UTC);
    return new StatementView.SeverityView(
        block
            .stated()
            .map(each ->
                words.say(
                    "page.severity.on",
                    speech.grades(each.scale(), each.edition(), List.of(each.level())),
                    speech.scale(each.scale(), each.edition()))),
        block
            .basis()
            .map(each ->
                words.say(
                    "page.severity.on",
                    speech.grades(
                        each.edition().scale(), each.edition().edition(), each.possible()),
                    speech.scale(each.edition().scale(), each.edition().edition()))),
        block
            .basis()
            .map(each ->
                again(each.edition(), new RecomputeSeverity(shelves.library()).run(each, day))),
        block.basis().map(Severity.Basis::facts).orElse(List.of()));
  }

  private StatementView.Again again(Severity.Edition on, RecomputeSeverity.Recomputed came) {
    Words words = speech.words();
    return switch (came) {
      case RecomputeSeverity.Recomputed.Same(_) ->
          new StatementView.Again(true, words.say("page.severity.same"));
      case RecomputeSeverity.Recomputed.Different(List<String> ours) ->
          new StatementView.Again(
              false,
              words.say("page.severity.different", speech.grades(on.scale(), on.edition(), ours)));
      case RecomputeSeverity.Recomputed.Unable(_) ->
          new StatementView.Again(false, words.say("page.severity.unable"));
    };
  }

  /// Of what was received, a node knows its own offices' steps alone, and shows each its own.
  private List<StatementView.Recipient> ledger(Dossier dossier, Sight sight) {
    Stream<Map.Entry<OfficeId, Account>> accounts =
        dossier.accounts().entrySet().stream()
            .filter(each ->
                switch (sight) {
                  case SPEAKS -> true;
                  case ADDRESSED -> each.getKey().equals(desk.office());
                  case PASSED_ON -> each.getKey().party().equals(desk.office().party());
                });
    return accounts.map(each -> recipient(dossier, sight, each.getValue())).toList();
  }

  private StatementView.Recipient recipient(Dossier dossier, Sight sight, Account account) {
    boolean open =
        account
            .reached()
            .filter(standing ->
                standing.compareTo(Standing.DISPATCHED) >= 0
                    && standing.compareTo(Standing.ACKNOWLEDGED) <= 0)
            .isPresent();
    return new StatementView.Recipient(
        account.recipient(),
        dossier.outline().route().copy().contains(account.recipient()),
        account.standing(),
        sight == Sight.SPEAKS ? NextStep.of(dossier, account) : NextStep.here(dossier, account),
        sight == Sight.SPEAKS
            && dossier.stage() == Dossier.Stage.SENT
            && open
            && mays(Action.ASK_AGAIN),
        sight == Sight.SPEAKS
            && dossier.stage() == Dossier.Stage.SENT
            && (open || account.outside().isPresent())
            && !desk.station().seat().offices().contains(account.recipient())
            && mays(Action.TAKE_DOWN_REPLY),
        account.steps().stream().map(step -> step(dossier, step)).toList());
  }

  private StatementView.StepView step(Dossier dossier, Step step) {
    return new StatementView.StepView(
        step.standing(),
        step.at(),
        step.claimed().filter(claimed -> !claimed.equals(step.at())),
        step.by(),
        step.reason().map(reason -> why(step, reason)).orElse(""),
        step.outside().map(reply -> outside(dossier, reply)));
  }

  private StatementView.OutsideView outside(Dossier dossier, OutsideReply reply) {
    Optional<OutsideReply.Letter> letter = reply.letter();
    return new StatementView.OutsideView(
        speech.outside(reply),
        letter.map(each ->
            "/messages/%s/reply/%s/%d"
                .formatted(
                    dossier.outline().heading().conversation(),
                    dossier.digest().hex(),
                    dossier.letters().indexOf(each) + 1)));
  }

  private String why(Step step, String reason) {
    Words words = speech.words();
    if (reason.matches("[0-9a-f]{64}")) {
      return state.dossiers().entrySet().stream()
          .filter(each -> each.getKey().hex().equals(reason))
          .map(each -> number(each.getValue()))
          .findFirst()
          .orElse("");
    }
    String key = "page.why." + reason.replace(' ', '-');
    return switch (step.standing()) {
      case IN_CUSTODY, PASSED_ON, DELIVERED, DISPATCHED, UNDELIVERABLE ->
          words.knows(key) ? words.say(key) : reason;
      case COMPOSED,
          CLEARED,
          OPENED,
          ACKNOWLEDGED,
          ANSWERED_PARTLY,
          DECLINED,
          ANSWERED,
          PROPOSED_TIME_PASSED ->
          reason;
    };
  }

  /// `C3, Alder (XA), no. EX-1`
  private String number(Dossier dossier) {
    return dossier.outline().heading().format().name()
        + ", "
        + speech.party(dossier.outline().from().party())
        + ", "
        + speech.words().say("page.message.number", dossier.outline().heading().number());
  }

  private StatementView.Tied ties(Dossier dossier) {
    Ties ties = dossier.outline().ties();
    return new StatementView.Tied(
        ties.inReplyTo().flatMap(reply -> link(reply.statement())),
        ties.supersedes().flatMap(this::link),
        state.successors(dossier.digest()).stream()
            .flatMap(each -> link(each.digest()).stream())
            .toList());
  }

  private Optional<StatementView.Link> link(Digest digest) {
    return state
        .find(digest)
        .filter(other -> Sight.of(other, desk.office()).isPresent())
        .map(other -> new StatementView.Link(StatementView.anchor(other), number(other)));
  }

  private Set<Deed> deeds(Dossier dossier, Sight sight) {
    Set<Deed> deeds = EnumSet.noneOf(Deed.class);
    switch (sight) {
      case SPEAKS -> ours(dossier, deeds);
      case ADDRESSED ->
          dossier
              .account(desk.office())
              .flatMap(Account::reached)
              .ifPresent(reached -> theirs(dossier, reached, deeds));
      case PASSED_ON -> {}
    }
    return deeds;
  }

  private void ours(Dossier dossier, Set<Deed> deeds) {
    switch (dossier.stage()) {
      case DRAFT, CLEARED -> {
        give(deeds, Deed.CLEAR, Action.CLEAR_MESSAGE);
        give(deeds, Deed.GIVE_UP, Action.CLEAR_MESSAGE);
      }
      case SENT -> give(deeds, Deed.CORRECT, Action.WRITE_MESSAGE);
      case DISCARDED, HELD -> {}
    }
  }

  private void theirs(Dossier dossier, Standing reached, Set<Deed> deeds) {
    boolean opened = reached.compareTo(Standing.OPENED) >= 0;
    boolean answered = reached == Standing.ANSWERED || reached == Standing.DECLINED;
    if (!opened) {
      give(deeds, Deed.OPEN, Action.OPEN_MESSAGE);
    }
    if (reached == Standing.OPENED) {
      give(deeds, Deed.ACKNOWLEDGE, Action.ACKNOWLEDGE_MESSAGE);
    }
    if (opened && !answered) {
      give(deeds, Deed.DECLINE, Action.DECLINE_MESSAGE);
    }
    if (opened) {
      give(deeds, Deed.ANSWER, Action.WRITE_MESSAGE);
    }
    if (reached.compareTo(Standing.ACKNOWLEDGED) <= 0) {
      give(deeds, Deed.PASS_TO_DEPUTY, Action.PASS_ON_MESSAGE);
      boolean policyHas =
          dossier.accounts().keySet().stream()
              .anyMatch(each ->
                  each.party().equals(desk.office().party()) && each.kind() == OfficeKind.POLICY);
      if (desk.office().kind() != OfficeKind.POLICY && !policyHas) {
        give(deeds, Deed.PASS_TO_POLICY, Action.PASS_ON_MESSAGE);
      }
    }
  }

  private void give(Set<Deed> deeds, Deed deed, Action action) {
    if (mays(action)) {
      deeds.add(deed);
    }
  }

  private boolean mays(Action action) {
    return room.allows(desk, action, Relation.OFFICE);
  }
}

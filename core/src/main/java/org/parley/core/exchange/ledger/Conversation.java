package org.parley.core.exchange.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.SeriesNumber;
import org.parley.core.exchange.Ties;
import org.parley.core.exchange.carriage.Receipt;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Realm;

/// A conversation as one node keeps it: its statements in the order they came to be known here, and
/// how far each came with each recipient.
///
/// What may happen next [Exchange] decides; [#evolve] tells what has become of it, and takes any
/// event.
///
/// @param dossiers by the digest of the statement
/// @param clashes statements that one office said under one number, first the one known first
public record Conversation(
    ConversationId id,
    Realm realm,
    Seat seat,
    SequencedMap<Digest, Dossier> dossiers,
    Set<Clash> clashes) {

  /// What a reminder is called among the steps.
  static final String ASKED_AGAIN = "asked again";

  public Conversation {
    dossiers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(dossiers));
    clashes = Collections.unmodifiableSet(new LinkedHashSet<>(clashes));
  }

  /// Two different statements under one number of one office. Which of them counts, this ledger
  /// does not say.
  public record Clash(Digest first, Digest second) {}

  public static Conversation begin(ConversationId id, Realm realm, Seat seat) {
    return new Conversation(id, realm, seat, new LinkedHashMap<>(), Set.of());
  }

  /// The conversation after these events.
  public Conversation after(List<Event> events) {
    Conversation state = this;
    for (Event event : events) {
      state = state.evolve(event);
    }
    return state;
  }

  /// The conversation after an event. Total: an event that speaks of something unknown changes
  /// nothing.
  public Conversation evolve(Event event) {
    return switch (event) {
      case Event.Composed composed -> composed(composed);
      case Event.Discarded(Digest statement, _, _, _) ->
          change(statement, dossier -> dossier.at(Dossier.Stage.DISCARDED));
      case Event.Cleared cleared -> cleared(cleared);
      case Event.Dispatched dispatched -> dispatched(dispatched);
      case Event.Carried(Digest statement, OfficeId to, String how, Instant at) ->
          step(statement, to, Step.of(Standing.IN_CUSTODY, at, to).because(how));
      case Event.GivenUp(Digest statement, OfficeId to, String why, Instant at) ->
          step(statement, to, ours(statement, to, Standing.UNDELIVERABLE, at).because(why));
      case Event.TakenIn taken -> takenIn(taken);
      case Event.SaidTwice(Digest first, Digest second, _) -> clash(new Clash(first, second));
      case Event.Receipted(Receipt receipt, Instant at) -> Receipting.applied(this, receipt, at);
      case Event.Noted noted -> Receipting.noted(this, noted);
      case Event.Reminded(Digest statement, OfficeId to, _, Instant at) ->
          step(statement, to, ours(statement, to, Standing.DISPATCHED, at).because(ASKED_AGAIN));
      case Event.TurnedTo(Digest statement, OfficeId to, _, Command.Level level, Instant at) ->
          step(statement, to, ours(statement, to, Standing.PASSED_ON, at).because(level.word()));
      case Event.TakenDown taken -> Receipting.takenDown(this, taken);
      case Event.ProposedTimePassed(Digest statement, OfficeId to, Instant at) ->
          step(statement, to, ours(statement, to, Standing.PROPOSED_TIME_PASSED, at));
    };
  }

  /// A step that the sender of a statement takes.
  private Step ours(Digest statement, OfficeId to, Standing standing, Instant at) {
    OfficeId by = find(statement).map(dossier -> dossier.outline().from()).orElse(to);
    return Step.of(standing, at, by);
  }

  private Conversation composed(Event.Composed event) {
    Step step = Step.of(Standing.COMPOSED, event.at(), event.by().office());
    return put(
        Dossier.begin(
                event.statement(), event.outline(), Dossier.Stage.DRAFT, Optional.of(event.by()))
            .each(account -> account.with(step)));
  }

  private Conversation cleared(Event.Cleared event) {
    Step step = Step.of(Standing.CLEARED, event.at(), event.by().office());
    return change(
        event.statement(),
        dossier -> dossier.at(Dossier.Stage.CLEARED).each(account -> account.with(step)));
  }

  private Conversation dispatched(Event.Dispatched event) {
    Optional<Dossier> before = find(event.statement());
    if (before.isEmpty() || before.get().stage() != Dossier.Stage.CLEARED) {
      return this;
    }
    OfficeId from = before.get().outline().from();
    Dossier sent =
        before
            .get()
            .at(Dossier.Stage.SENT)
            .each(account ->
                account.with(
                    // An office of this same node has it as soon as it is on disk here.
                    Step.of(
                        seat.offices().contains(account.recipient())
                            ? Standing.DELIVERED
                            : Standing.DISPATCHED,
                        event.at(),
                        from)));
    return put(sent).answered(sent, event.at());
  }

  private Conversation takenIn(Event.TakenIn event) {
    if (dossiers.containsKey(event.statement())) {
      return this;
    }
    Dossier held =
        Dossier.begin(event.statement(), event.outline(), Dossier.Stage.HELD, Optional.empty());
    for (OfficeId office : seat.offices()) {
      held = held.with(office, Step.of(Standing.DELIVERED, event.at(), office));
    }
    Conversation next = put(held).answered(held, event.at());
    // An answer can come before what it answers.
    for (Dossier other : next.dossiers.values()) {
      boolean answersIt =
          other.isSaid()
              && other
                  .outline()
                  .ties()
                  .inReplyTo()
                  .filter(reply -> reply.statement().equals(event.statement()))
                  .isPresent();
      if (answersIt) {
        next = next.answered(other, event.at());
      }
    }
    return next;
  }

  /// Writes an answer into the account of the office, or of its State's offices, that were asked.
  private Conversation answered(Dossier answer, Instant at) {
    Optional<Ties.Reply> reply = answer.outline().ties().inReplyTo();
    if (reply.isEmpty()) {
      return this;
    }
    OfficeId by = answer.outline().from();
    Standing standing =
        switch (reply.get().extent()) {
          case FULL -> Standing.ANSWERED;
          case PARTIAL -> Standing.ANSWERED_PARTLY;
          case DECLINED -> Standing.DECLINED;
        };
    Step step = Step.of(standing, at, by).because(answer.digest().hex());
    Conversation next = this;
    for (OfficeId asked : answerable(reply.get().statement(), by)) {
      next = next.step(reply.get().statement(), asked, step);
    }
    return next;
  }

  /// The recipients of a statement for whom an office can answer: itself, else the offices of its
  /// own party.
  List<OfficeId> answerable(Digest statement, OfficeId by) {
    List<OfficeId> recipients =
        find(statement).map(dossier -> List.copyOf(dossier.accounts().keySet())).orElse(List.of());
    return recipients.contains(by)
        ? List.of(by)
        : recipients.stream().filter(each -> each.party().equals(by.party())).toList();
  }

  public Optional<Dossier> find(Digest statement) {
    return Optional.ofNullable(dossiers.get(statement));
  }

  public Optional<Account> account(Digest statement, OfficeId recipient) {
    return find(statement).flatMap(dossier -> dossier.account(recipient));
  }

  /// What corrects or cancels a statement, by the same party, in the order it came to be known.
  public List<Dossier> successors(Digest statement) {
    return find(statement).stream()
        .flatMap(original ->
            dossiers.values().stream()
                .filter(Dossier::isSaid)
                .filter(each ->
                    each.outline().ties().supersedes().filter(statement::equals).isPresent()
                        && each.outline().from().party().equals(original.outline().from().party())))
        .toList();
  }

  /// The statements said under one number of one office: more than one where the office has said
  /// different things under it.
  public List<Dossier> under(OfficeId from, SeriesNumber number) {
    List<Dossier> found = new ArrayList<>();
    for (Dossier dossier : dossiers.values()) {
      if (dossier.stage() != Dossier.Stage.DISCARDED
          && dossier.outline().from().equals(from)
          && dossier.outline().heading().number().equals(number)) {
        found.add(dossier);
      }
    }
    return found;
  }

  Conversation step(Digest statement, OfficeId recipient, Step step) {
    return change(statement, dossier -> dossier.with(recipient, step));
  }

  private Conversation change(Digest statement, UnaryOperator<Dossier> change) {
    return find(statement).map(dossier -> put(change.apply(dossier))).orElse(this);
  }

  private Conversation put(Dossier dossier) {
    SequencedMap<Digest, Dossier> next = new LinkedHashMap<>(dossiers);
    next.put(dossier.digest(), dossier);
    return new Conversation(id, realm, seat, next, clashes);
  }

  private Conversation clash(Clash clash) {
    Set<Clash> next = new LinkedHashSet<>(clashes);
    next.add(clash);
    return new Conversation(id, realm, seat, dossiers, next);
  }
}

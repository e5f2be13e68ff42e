package org.parley.duties.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.parley.core.casefile.view.Folded;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.ledger.Account;
import org.parley.core.exchange.ledger.Conversation;
import org.parley.core.exchange.ledger.Dossier;
import org.parley.core.exchange.ledger.NextStep;
import org.parley.core.exchange.ledger.Standing;
import org.parley.core.exchange.ledger.Step;
import org.parley.core.exchange.view.Sight;
import org.parley.core.handling.Marking;
import org.parley.core.issue.Checked;
import org.parley.core.people.Relation;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Documents;
import org.parley.duties.port.messages.Conversations;
import org.parley.duties.port.messages.Conversations.Awaits;
import org.parley.duties.port.messages.Conversations.Line;
import org.parley.duties.port.messages.Conversations.Turn;
import org.parley.formats.exchange.StatementReader;

/// A conversation at a glance, as each office of the node sees it in its list.
final class Glance {

  /// The most characters of a subject.
  private static final int LONGEST = 120;

  private final Conversation state;
  private final Documents documents;

  Glance(Conversation state, Documents documents) {
    this.state = state;
    this.documents = documents;
  }

  /// A line for each office that takes part.
  List<Line> lines() {
    return state.seat().offices().stream()
        .sorted()
        .flatMap(office -> line(office).stream())
        .toList();
  }

  private record Seen(Dossier dossier, Sight sight) {}

  private Optional<Line> line(OfficeId office) {
    List<Seen> seen = new ArrayList<>();
    for (Dossier dossier : state.dossiers().values()) {
      if (dossier.stage() != Dossier.Stage.DISCARDED) {
        Sight.of(dossier, office).ifPresent(sight -> seen.add(new Seen(dossier, sight)));
      }
    }
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    boolean takesPart = seen.stream().anyMatch(each -> each.sight() != Sight.PASSED_ON);
    return Optional.of(
        new Line(
            new Conversations.Key(state.realm(), office, state.id()),
            takesPart ? Relation.OFFICE : Relation.SHOWN,
            label(office, seen),
            awaits(office, seen),
            way(seen)));
  }

  private Conversations.Label label(OfficeId office, List<Seen> seen) {
    SortedSet<OfficeId> counterparts = new TreeSet<>();
    SequencedSet<String> formats = new LinkedHashSet<>();
    List<String> numbers = new ArrayList<>();
    for (Seen each : seen) {
      counterparts.add(each.dossier().outline().from());
      counterparts.addAll(each.dossier().outline().route().recipients());
      formats.addLast(each.dossier().outline().heading().format().name());
      numbers.add(each.dossier().outline().heading().number().toString());
    }
    counterparts.remove(office);
    String subject = subject(seen.getFirst().dossier());
    String searched =
        Stream.of(
                List.of(subject),
                counterparts.stream().map(OfficeId::toString).toList(),
                List.copyOf(formats),
                numbers)
            .flatMap(Collection::stream)
            .reduce("", (one, other) -> one + " " + other);
    Marking marking =
        Marking.all(seen.stream().map(each -> each.dossier().outline().marking()).toList());
    return new Conversations.Label(
        subject,
        List.copyOf(counterparts),
        List.copyOf(formats),
        marking.toString(),
        Folded.of(searched));
  }

  /// What the statement that began it says first: its sender's reference, in most formats.
  private String subject(Dossier first) {
    return documents
        .find(first.digest())
        .map(Glance::firstWords)
        .filter(words -> !words.isEmpty())
        .map(words -> words.length() > LONGEST ? words.substring(0, LONGEST - 1) + "…" : words)
        .orElse("");
  }

  private static String firstWords(Octets bytes) {
    return StatementReader.read(bytes)
            instanceof Checked.Sound<org.parley.core.exchange.Statement>(var statement, _)
        ? statement.items().stream()
            .min(Comparator.comparingInt(Item::number))
            .map(Item::said)
            .filter(Item.Value.class::isInstance)
            .map(said -> ((Item.Value) said).texts().getFirst().strip())
            .orElse("")
        : "";
  }

  /// What is most pressing, with the earliest time proposed for it.
  private Awaits awaits(OfficeId office, List<Seen> seen) {
    Awaits most = new Awaits(Turn.NOBODY, NextStep.NOTHING, Optional.empty());
    for (Seen each : seen) {
      if (state.successors(each.dossier().digest()).isEmpty()) {
        for (NextStep step : steps(office, each)) {
          Turn turn = turn(step);
          most =
              more(
                  most,
                  new Awaits(
                      turn,
                      step,
                      turn == Turn.CLEARANCE
                          ? Optional.empty()
                          : each.dossier().outline().ties().replyBy()));
        }
      }
    }
    return most;
  }

  private static List<NextStep> steps(OfficeId office, Seen seen) {
    Dossier dossier = seen.dossier();
    return switch (seen.sight()) {
      case SPEAKS ->
          dossier.accounts().values().stream()
              .map(account -> NextStep.of(dossier, account))
              .toList();
      case ADDRESSED ->
          dossier.account(office).stream().map(account -> NextStep.here(dossier, account)).toList();
      case PASSED_ON -> List.of();
    };
  }

  private static Awaits more(Awaits one, Awaits other) {
    int turns = one.turn().compareTo(other.turn());
    if (turns != 0 || one.turn() == Turn.NOBODY) {
      return turns <= 0 ? one : other;
    }
    long mine = one.due().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
    long others = other.due().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
    return others < mine ? other : one;
  }

  private static Turn turn(NextStep step) {
    return switch (step) {
      case OPEN_IT, ACKNOWLEDGE_IT, ANSWER_IT -> Turn.OURS;
      case CLEAR_IT, DISPATCH_IT -> Turn.CLEARANCE;
      case ASK_AGAIN_OR_PASS_ON, TRY_ANOTHER_WAY -> Turn.ATTENTION;
      case WAIT_FOR_DELIVERY, WAIT_FOR_ACKNOWLEDGEMENT, WAIT_FOR_ANSWER, WAIT_FOR_THE_REST ->
          Turn.THEIRS;
      case NOTHING -> Turn.NOBODY;
    };
  }

  private Conversations.Way way(List<Seen> seen) {
    Instant begun = seen.getFirst().dossier().outline().heading().created();
    Instant changed =
        seen.stream()
            .flatMap(each -> each.dossier().accounts().values().stream())
            .flatMap(account -> account.steps().stream())
            .map(Step::at)
            .max(Comparator.naturalOrder())
            .orElse(begun);
    int said = (int) seen.stream().filter(each -> each.dossier().isSaid()).count();
    return new Conversations.Way(begun, changed, said, watch());
  }

  /// The earliest proposed time of which nobody has noted yet that it passed; the same in the lines
  /// of all offices.
  private Optional<Instant> watch() {
    return state.dossiers().values().stream()
        .filter(Dossier::isSaid)
        .filter(dossier ->
            dossier.outline().route().to().stream()
                .flatMap(office -> dossier.account(office).stream())
                .anyMatch(Glance::mayPass))
        .flatMap(dossier -> dossier.outline().ties().replyBy().stream())
        .min(Comparator.naturalOrder());
  }

  private static boolean mayPass(Account account) {
    return account.reached().filter(standing -> !standing.isAnswer()).isPresent()
        && !account.has(Standing.PROPOSED_TIME_PASSED);
  }
}

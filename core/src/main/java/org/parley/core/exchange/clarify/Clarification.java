package org.parley.core.exchange.clarify;

import static java.util.function.Predicate.not;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.Ties;
import org.parley.core.exchange.ledger.Dossier;
import org.parley.core.terms.Party;

/// A concern between States, from the first question to closure: what the signed statements of one
/// conversation say, put in order. It adds nothing to them and holds nothing of its own.
///
/// @param requests for clarification or consultation, in the order they came to be known
/// @param records the newest of each party, in the order they came to be known
/// @param closings the newest of each party, said after the last request
/// @param parties whom the matter concerns; who has only a copy is not among them
public record Clarification(
    List<Request> requests,
    List<RecordText> records,
    List<Closing> closings,
    SortedSet<Party> parties) {

  static final int REPLY = 5;
  private static final int CLARIFICATION = 4;
  private static final int CONSULTATION = 9;
  private static final int RECORD = 10;
  private static final int STAND_DOWN = 12;

  /// The names of the formats that make a conversation a clarification.
  public static final Set<String> FORMATS = Set.of("C4", "C9", "C10");

  public Clarification {
    requests = List.copyOf(requests);
    records = List.copyOf(records);
    closings = List.copyOf(closings);
    parties = new TreeSet<>(parties);
  }

  /// How the texts of the parties stand to each other.
  public enum Outcome {
    /// No party has given a record.
    NONE,
    /// One party has given a text to agree on, and no other has said anything to it.
    PROPOSED,
    /// One party has given its own view.
    ONE_VIEW,
    /// Every party has signed the same text.
    AGREED,
    /// Several call their texts agreed, and the texts differ, or not all have signed.
    NOT_YET,
    /// The parties' own views stand side by side.
    PARALLEL
  }

  /// Whether the matter is closed, and by whom.
  public enum Closure {
    OPEN,
    /// One side has proposed to close it.
    PROPOSED,
    /// One side has closed it; the other has not said so.
    BY_ONE,
    /// Every party has closed it, or confirmed that it is closed.
    BY_ALL
  }

  /// Reads a conversation.
  ///
  /// @param spoken what was said in it and can be read, in the order it came to be known
  public static Clarification of(List<Spoken> spoken) {
    List<Spoken> standing = spoken.stream().filter(each -> !isReplaced(each, spoken)).toList();
    List<Request> requests =
        spoken.stream().filter(Clarification::asks).map(each -> Request.of(each, spoken)).toList();
    return new Clarification(
        requests,
        newest(standing, RECORD).stream().map(each -> RecordText.of(each, spoken)).toList(),
        newest(afterTheLastRequest(standing), STAND_DOWN).stream()
            .map(each -> new Closing(each, Request.of(each, spoken).replies()))
            .toList(),
        parties(spoken));
  }

  /// Whether its own party has corrected or cancelled it.
  private static boolean isReplaced(Spoken spoken, List<Spoken> all) {
    return all.stream()
        .filter(other -> other.party().equals(spoken.party()))
        .flatMap(other -> other.statement().ties().supersedes().stream())
        .anyMatch(spoken.dossier().digest()::equals);
  }

  private static boolean asks(Spoken spoken) {
    return spoken.number() == CLARIFICATION || spoken.number() == CONSULTATION;
  }

  private static Collection<Spoken> newest(List<Spoken> spoken, int number) {
    SequencedMap<Party, Spoken> newest = new LinkedHashMap<>();
    for (Spoken each : spoken) {
      if (each.number() == number) {
        newest.put(each.party(), each);
      }
    }
    return newest.values();
  }

  private static List<Spoken> afterTheLastRequest(List<Spoken> spoken) {
    List<Spoken> after = new ArrayList<>();
    for (Spoken each : spoken) {
      if (asks(each)) {
        after.clear();
      } else {
        after.add(each);
      }
    }
    return after;
  }

  private static SortedSet<Party> parties(List<Spoken> spoken) {
    SortedSet<Party> parties = new TreeSet<>();
    for (Spoken each : spoken) {
      if (asks(each) || each.number() == RECORD) {
        parties.add(each.party());
        each.statement().route().to().stream().map(OfficeId::party).forEach(parties::add);
      }
    }
    return parties;
  }

  /// Whether a conversation is one: something was asked, or recorded, in it.
  public static boolean is(Collection<Dossier> dossiers) {
    return dossiers.stream()
        .filter(not(each -> each.stage() == Dossier.Stage.DISCARDED))
        .anyMatch(each -> FORMATS.contains(each.outline().heading().format().name()));
  }

  public Outcome outcome() {
    if (records.isEmpty()) {
      return Outcome.NONE;
    }
    if (records.stream().anyMatch(each -> !each.agreed())) {
      return records.size() == 1 ? Outcome.ONE_VIEW : Outcome.PARALLEL;
    }
    if (records.size() == 1) {
      return Outcome.PROPOSED;
    }
    boolean same = records.stream().map(RecordText::digest).distinct().count() == 1;
    Set<Party> signed =
        records.stream().map(each -> each.spoken().party()).collect(Collectors.toSet());
    return same && signed.containsAll(parties) ? Outcome.AGREED : Outcome.NOT_YET;
  }

  public Closure closure() {
    Set<Party> ended = new TreeSet<>();
    for (Closing closing : closings) {
      ended.add(closing.spoken().party());
      closing.confirmations().stream()
          .filter(reply -> reply.extent() == Ties.Extent.FULL)
          .forEach(reply -> ended.add(reply.spoken().party()));
    }
    if (ended.isEmpty()) {
      return Closure.OPEN;
    }
    if (ended.containsAll(parties)) {
      return Closure.BY_ALL;
    }
    return closings.getLast().confirmBy().isPresent() ? Closure.PROPOSED : Closure.BY_ONE;
  }
}

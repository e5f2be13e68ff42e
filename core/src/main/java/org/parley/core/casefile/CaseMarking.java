package org.parley.core.casefile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.parley.core.directory.OfficeId;
import org.parley.core.fact.FactKey;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Tlp;

/// How strictly a case is kept, and who besides its holder sees it.
///
/// @param originator the marking of the one who reported or opened it: nobody else lowers it
/// @param holder what the office that follows it adds
/// @param facts what the holder adds on single facts
/// @param shown the other offices that see it; with how the originator named them, where it did
public record CaseMarking(
    Marking originator,
    Optional<Marking> holder,
    Map<FactKey, Marking> facts,
    SequencedMap<OfficeId, Optional<String>> shown) {

  public CaseMarking {
    facts = Map.copyOf(facts);
    shown = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(shown));
  }

  static CaseMarking of(Marking originator) {
    return new CaseMarking(originator, Optional.empty(), Map.of(), new LinkedHashMap<>());
  }

  /// What counts for the case as a whole: the stricter of both in every respect.
  public Marking whole() {
    return holder.map(originator::with).orElse(originator);
  }

  /// What counts for one statement.
  public Marking of(Said said) {
    Marking both = said.marking().map(whole()::with).orElseGet(this::whole);
    Marking apart = facts.get(said.key());
    return apart == null ? both : both.with(apart);
  }

  /// Whether an office that is no originator and no holder may see the case at all, not named.
  public boolean staysWithThoseNamed() {
    return !whole().grades().isEmpty() || whole().reach() == Tlp.RED;
  }

  CaseMarking byOriginator(Marking marking) {
    return new CaseMarking(marking, holder, facts, shown);
  }

  CaseMarking byHolder(Marking marking) {
    return new CaseMarking(originator, Optional.of(marking), facts, shown);
  }

  CaseMarking onFact(FactKey key, Optional<Marking> marking) {
    Map<FactKey, Marking> next = new LinkedHashMap<>(facts);
    marking.ifPresentOrElse(each -> next.put(key, each), () -> next.remove(key));
    return new CaseMarking(originator, holder, next, shown);
  }

  CaseMarking shownTo(OfficeId office, Optional<String> agreed) {
    SequencedMap<OfficeId, Optional<String>> next = new LinkedHashMap<>(shown);
    next.put(office, agreed);
    return new CaseMarking(originator, holder, facts, next);
  }

  CaseMarking hiddenFrom(OfficeId office) {
    SequencedMap<OfficeId, Optional<String>> next = new LinkedHashMap<>(shown);
    next.remove(office);
    return new CaseMarking(originator, holder, facts, next);
  }
}

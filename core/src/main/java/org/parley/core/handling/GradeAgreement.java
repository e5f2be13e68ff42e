package org.parley.core.handling;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.parley.core.terms.Certainty;
import org.parley.core.terms.Party;

/// An agreement by which States treat each other's secrecy grades of one rank as equal, for the
/// days on which it holds and for its parties alone. There is none for the whole of the OSCE.
///
/// @param key names it in texts, such as `eu-2011`
/// @param title as it is cited
/// @param from its first day
/// @param until its last day, if that is known
public record GradeAgreement(
    String key,
    String title,
    SortedSet<Party> parties,
    LocalDate from,
    Optional<LocalDate> until,
    Certainty sure) {

  public GradeAgreement {
    parties = Collections.unmodifiableSortedSet(new TreeSet<>(parties));
  }

  public boolean covers(Party one, Party other, LocalDate day) {
    return parties.contains(one)
        && parties.contains(other)
        && !day.isBefore(from)
        && until.map(last -> !day.isAfter(last)).orElse(true);
  }
}

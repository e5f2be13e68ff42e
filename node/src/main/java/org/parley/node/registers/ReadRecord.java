package org.parley.node.registers;

import java.util.List;
import java.util.Optional;
import org.parley.core.incident.Incident;
import org.parley.core.issue.Issue;

/// One record of a register as it would become an incident.
///
/// @param place where it stands in its file, for people: a row, or a record's number
/// @param title one line; never empty
/// @param words the record as it stood, so that nothing of it is lost
/// @param incident empty where the record was refused
/// @param losses what was not understood, ambiguous, kept as it is or refused
public record ReadRecord(
    int place, String title, String words, Optional<Incident> incident, List<Issue> losses) {

  public ReadRecord {
    losses = List.copyOf(losses);
  }

  public int facts() {
    return incident.map(each -> each.latest().statements().size()).orElse(0);
  }
}

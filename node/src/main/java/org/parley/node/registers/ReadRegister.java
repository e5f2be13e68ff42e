package org.parley.node.registers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.formats.table.Proposal;

/// A register as it would be taken: its records, and what was lost.
///
/// @param proposal the columns with what was proposed; empty for files without columns
/// @param mapping the mapping as text; empty for files that need none
/// @param records none where the whole cannot be read
/// @param whole what concerns the file as a whole
public record ReadRegister(
    Optional<Proposal> proposal, String mapping, List<ReadRecord> records, List<Issue> whole) {

  public ReadRegister {
    records = List.copyOf(records);
    whole = List.copyOf(whole);
  }

  /// How many losses there are of each kind.
  public Map<IssueCode, Long> losses() {
    Map<IssueCode, Long> counts = new TreeMap<>();
    whole.forEach(issue -> counts.merge(issue.code(), 1L, Long::sum));
    records.forEach(
        record -> record.losses().forEach(issue -> counts.merge(issue.code(), 1L, Long::sum)));
    return counts;
  }

  /// The first of them, those of the whole file first.
  public List<Issue> first(int most) {
    return java.util.stream.Stream.concat(
            whole.stream(), records.stream().flatMap(record -> record.losses().stream()))
        .limit(most)
        .toList();
  }

  public long readable() {
    return records.stream().filter(record -> record.incident().isPresent()).count();
  }

  /// Whether the file as a whole is refused.
  public boolean isRefused() {
    return records.isEmpty() || whole.stream().anyMatch(Issue::isError);
  }
}

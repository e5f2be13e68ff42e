package org.parley.core.check;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.OfficeId;

/// By which ways a question went to an office's node, and which of them brought its receipt.
///
/// @param tried in the order in which they were tried
/// @param noOther whether no other way to the node was known here
public record Ways(OfficeId office, List<Way> tried, boolean noOther) {

  /// How many ways are to bring a receipt where a question goes by more than one.
  public static final int NEEDED = 2;

  public Ways {
    tried = List.copyOf(tried);
  }

  /// @param name such as `direct` or `mail`
  /// @param since when it was handed over, UTC
  /// @param receipt when the receipt for it was recorded here, UTC
  public record Way(String name, Instant since, Optional<Instant> receipt) {}

  /// When the receipts were here by as many different ways as are needed.
  Optional<Instant> reached() {
    List<Instant> firsts = firsts();
    return firsts.size() < NEEDED ? Optional.empty() : Optional.of(firsts.get(NEEDED - 1));
  }

  /// Whether some way has brought a receipt.
  boolean reachedAtAll() {
    return !firsts().isEmpty();
  }

  /// For each way that brought a receipt, when it first did; the earliest first.
  private List<Instant> firsts() {
    return tried.stream()
        .filter(way -> way.receipt().isPresent())
        .map(Way::name)
        .distinct()
        .map(name ->
            tried.stream()
                .filter(way -> way.name().equals(name))
                .flatMap(way -> way.receipt().stream())
                .min(Comparator.naturalOrder())
                .orElseThrow())
        .sorted()
        .toList();
  }
}

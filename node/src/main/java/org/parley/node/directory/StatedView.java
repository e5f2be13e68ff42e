package org.parley.node.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.Arrival;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.contacts.ContactSheet;
import org.parley.core.directory.contacts.StatedSheet;
import org.parley.desk.voice.Words;
import org.parley.duties.contacts.SheetBook;

/// What a State says of its own offices, as pages show it.
///
/// @param offices the newest as a sheet of its own, in which nobody here writes
/// @param earlier those before the newest, the latest first
/// @param aside those that contradict one that was taken, in the order in which they came
public record StatedView(
    SheetView offices,
    SheetBook.Kept newest,
    List<SheetBook.Kept> earlier,
    List<SheetBook.Kept> aside) {

  public StatedView {
    earlier = List.copyOf(earlier);
    aside = List.copyOf(aside);
  }

  public StatedSheet sheet() {
    return newest.sheet();
  }

  private Words words() {
    return offices.visit().words();
  }

  /// Whether a year has passed since the State last said that all of it holds, or it never did.
  public boolean isUnconfirmed() {
    Instant yearAgo = offices.visit().now().minus(ContactSheet.YEAR);
    return !sheet().isTakenBack() && sheet().attested().filter(yearAgo::isBefore).isEmpty();
  }

  /// Since when nobody of the State has confirmed it, in words.
  public String unconfirmed() {
    return sheet()
        .attested()
        .map(at -> words().say("page.stated.not-since", day(at)))
        .orElseGet(() -> words().say("page.stated.never-confirmed"));
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  /// Which way a sheet came here, in words.
  public String came(SheetBook.Kept kept) {
    Arrival arrival = kept.arrival();
    Optional<NodeId> from = arrival.from().filter(_ -> arrival.how() != Arrival.How.OWN);
    return from.map(node ->
            node.party().equals(kept.sheet().state())
                ? words().say("page.stated.from-itself", node)
                : words().say("page.network.came.by", node))
        .orElseGet(() -> words().say("page.network.came.own"));
  }

  /// The name of an office in a sheet, for telling sheets apart.
  public String offices(SheetBook.Kept kept) {
    return kept.sheet().isTakenBack()
        ? words().say("page.stated.taken-back")
        : String.join(
            ", ", kept.sheet().contacts().stream().map(each -> each.naming().brief()).toList());
  }
}

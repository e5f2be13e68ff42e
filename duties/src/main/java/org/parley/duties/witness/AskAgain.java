package org.parley.duties.witness;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.exchange.carriage.Enclosed;
import org.parley.core.exchange.carriage.ResendRequest;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.Station;
import org.parley.duties.port.Book;
import org.parley.duties.post.Counterpart;
import org.parley.duties.post.Packing;
import org.parley.formats.exchange.ResendBytes;

/// Asks other nodes for slips that have not come although later ones have: at first when a gap has
/// stayed for some minutes, because parcels overtake each other, then every six hours. When a gap
/// was first seen is not kept beyond a restart, which only puts the asking off.
public final class AskAgain {

  private static final Duration FIRST = Duration.ofMinutes(10);
  private static final Duration THEN = Duration.ofHours(6);

  private final Station station;
  private final Packing packing;
  private final Map<Gap, Instant> due = new HashMap<>();

  public AskAgain(Station station) {
    this.station = station;
    this.packing = new Packing(station.node(), station.seal(), station.counterparts());
  }

  private record Gap(Realm realm, NodeId from, List<Long> numbers) {}

  /// How many nodes are asked.
  public int run(Realm realm) {
    Instant now = station.now();
    List<Gap> gaps = station.books().look(book -> gaps(book, realm));
    due.keySet().removeIf(gap -> gap.realm().equals(realm) && !gaps.contains(gap));
    List<Gap> overdue =
        gaps.stream()
            .filter(gap -> !due.computeIfAbsent(gap, _ -> now.plus(FIRST)).isAfter(now))
            .toList();
    if (overdue.isEmpty()) {
      return 0;
    }
    int asked = station.books().change(book -> ask(book, overdue, now));
    overdue.forEach(gap -> due.put(gap, now.plus(THEN)));
    return asked;
  }

  private List<Gap> gaps(Book book, Realm realm) {
    return station.counterparts().nodes(book).stream()
        .map(node -> new Gap(realm, node, book.links().missing(realm, node, ResendRequest.MOST)))
        .filter(gap -> !gap.numbers().isEmpty())
        .toList();
  }

  private int ask(Book book, List<Gap> gaps, Instant now) {
    int asked = 0;
    for (Gap gap : gaps) {
      Optional<Counterpart> to =
          packing.reachable(book, gap.from(), now)
                  instanceof Checked.Sound<Counterpart>(Counterpart counterpart, _)
              ? Optional.of(counterpart)
              : Optional.empty();
      if (to.isPresent()) {
        ResendRequest request = new ResendRequest(gap.realm(), gap.numbers());
        Octets signed = station.seal().sign(ResendBytes.write(request));
        packing.pack(book, to.get(), gap.realm(), Enclosed.RESEND_REQUEST, signed, now);
        asked++;
      }
    }
    return asked;
  }
}

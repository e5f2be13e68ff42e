package org.parley.duties.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.casefile.deed.CaseEvent;
import org.parley.core.casefile.deed.Deed;
import org.parley.core.directory.OfficeId;
import org.parley.core.issue.Checked;
import org.parley.core.people.Action;
import org.parley.core.people.Actor;
import org.parley.core.people.Relation;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.casefile.Casework;
import org.parley.duties.port.Histories;
import org.parley.formats.casefile.DeedWords;

/// Reads who did which deed about incidents, and when; no title, no fact, no word of what was said.
public final class ReadDeeds {

  private static final String INCIDENT = "incident/";

  private final Casework work;

  public ReadDeeds(Casework work) {
    this.work = work;
  }

  /// A deed as an auditor sees it.
  ///
  /// @param number of the incident, in the series of the realm
  /// @param account who did it
  /// @param office for which office, if for one
  /// @param deed the word that the record has for it
  public record Done(
      Instant at, String number, UUID account, Optional<OfficeId> office, String deed) {}

  /// The deeds from one moment to before another, newest first; none for those who may not read
  /// them.
  public List<Done> between(Realm realm, Actor actor, Instant from, Instant to, int most) {
    if (!work.permissions().allow(actor, Action.READ_JOURNAL, Relation.NOTHING)) {
      return List.of();
    }
    return work.books()
        .look(book -> {
          List<Done> all = new ArrayList<>();
          Histories histories = book.histories();
          for (String stream : histories.streams(realm, INCIDENT)) {
            if (histories
                .last(realm, stream)
                .flatMap(this::read)
                .filter(last -> !last.at().isBefore(from))
                .isPresent()) {
              add(histories.events(realm, stream), from, to, all);
            }
          }
          all.sort(Comparator.comparing(Done::at).reversed());
          return List.copyOf(all.subList(0, Math.min(most, all.size())));
        });
  }

  private void add(List<Octets> events, Instant from, Instant to, List<Done> all) {
    String number = "";
    for (Octets bytes : events) {
      Optional<CaseEvent> event = read(bytes);
      if (event.isPresent() && event.get().deed() instanceof Deed.Opening opening) {
        number = opening.number().toString();
      }
      if (event.isPresent() && !event.get().at().isBefore(from) && event.get().at().isBefore(to)) {
        all.add(
            new Done(
                event.get().at(),
                number,
                event.get().by().account(),
                event.get().by().office(),
                DeedWords.of(event.get().deed())));
      }
    }
  }

  private Optional<CaseEvent> read(Octets bytes) {
    return work.events().read(bytes) instanceof Checked.Sound<CaseEvent>(CaseEvent event, _)
        ? Optional.of(event)
        : Optional.empty();
  }
}

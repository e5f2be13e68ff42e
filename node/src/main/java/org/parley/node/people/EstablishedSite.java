package org.parley.node.people;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.parley.core.people.Establishment;
import org.parley.desk.settings.Settings;
import org.parley.duties.port.People;
import org.parley.duties.port.Register;
import org.parley.duties.port.UnreachableException;
import org.parley.node.web.Shelves;
import org.parley.node.web.Site;
import org.parley.node.web.Sites;
import org.parley.node.web.Tour;

/// What the node was set up as, read once and again after its set-up.
final class EstablishedSite implements Sites {

  private final People people;
  private final Shelves shelves;
  private final Settings settings;
  private final Tour tour;
  private final AtomicReference<Optional<Site>> known = new AtomicReference<>(Optional.empty());

  /// A node whose people are of another realm does not start: records of the world and of exercises
  /// never mix.
  EstablishedSite(People people, Shelves shelves, Settings settings, Tour tour) {
    this.people = people;
    this.shelves = shelves;
    this.settings = settings;
    this.tour = tour;
    now()
        .establishment()
        .filter(node -> !node.realm().equals(settings.realm()))
        .ifPresent(node -> {
          throw new UnreachableException(
              "the accounts are those of realm %s, and the settings say %s"
                  .formatted(node.realm().word(), settings.realm().word()));
        });
  }

  @Override
  public Site now() {
    Optional<Site> there = known.get();
    if (there.isPresent()) {
      return there.get();
    }
    Optional<Establishment> node = people.look(Register::establishment);
    List<String> languages =
        node.map(Establishment::languages)
            .map(chosen -> chosen.stream().filter(shelves.languages()::contains).toList())
            .filter(chosen -> !chosen.isEmpty())
            .map(chosen ->
                Stream.concat(chosen.stream(), shelves.added().stream()).distinct().toList())
            .orElse(shelves.languages());
    Site site = new Site(settings.realm(), node, languages, settings.zone(), tour.isThere());
    if (node.isPresent()) {
      known.set(Optional.of(site));
    }
    return site;
  }
}

package org.parley.node.incidents;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.parley.core.directory.OfficeId;
import org.parley.core.directory.OfficeKind;
import org.parley.core.people.Establishment;
import org.parley.core.people.Permissions;
import org.parley.core.terms.Party;
import org.parley.core.terms.ScaleId;
import org.parley.desk.Classifiers;
import org.parley.desk.settings.Settings;
import org.parley.duties.casefile.ListIncidents;
import org.parley.duties.people.KeepForOneself;
import org.parley.duties.people.Lodge;
import org.parley.node.incidents.page.ChosenScales;
import org.parley.node.web.Shelves;
import org.parley.node.web.Sites;
import org.parley.store.SqlBooks;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the work on incidents together.
@Configuration(proxyBeanMethods = false)
class IncidentsWiring {

  /// A node that nobody has set up yet belongs to a fictitious State.
  private static final Party BEFORE_SET_UP = new Party("XA");

  private static final ScaleId PROPOSED = ScaleId.parse("parley/starter").orElseThrow();

  /// The offices of the State that the node was set up for. What it may hold, its settings say.
  @Bean
  Houses houses(Sites sites, Shelves shelves, House.OwnEditions own, Settings settings) {
    return () -> {
      Optional<Establishment> node = sites.now().establishment();
      Party state = node.map(Establishment::state).orElse(BEFORE_SET_UP);
      OfficeId technical = new OfficeId(state, OfficeKind.TECHNICAL);
      OfficeId policy = new OfficeId(state, OfficeKind.POLICY);
      ScaleId scale =
          node.flatMap(Establishment::scale)
              .filter(each -> !shelves.library().editions(each).isEmpty())
              .orElse(PROPOSED);
      Set<OfficeId> offices =
          state.isState()
              ? Set.of(technical, policy)
              : Set.of(technical, policy, new OfficeId(state, OfficeKind.SECRETARIAT));
      return new House(technical, offices, scale, own.all(), settings.ceiling());
    };
  }

  @Bean
  KeepForOneself keepForOneself(Lodge lodge) {
    return new KeepForOneself(lodge);
  }

  @Bean
  ChosenScales chosenScales(KeepForOneself keep, Shelves shelves, Classifiers classifiers) {
    return new ChosenScales(keep, shelves.library(), classifiers);
  }

  @Bean
  Room room(
      SqlBooks books,
      Permissions permissions,
      Shelves shelves,
      Houses houses,
      ChosenScales chosen,
      InstantSource clock) {
    return new Room(books, permissions, shelves.library(), houses, chosen, clock);
  }

  /// Before anybody is served: lists that an upgrade has emptied are written anew.
  @Bean
  SmartInitializingSingleton listsAreWhole(Room room, Sites sites) {
    return () -> new ListIncidents(room.work()).repair(sites.now().realm());
  }
}

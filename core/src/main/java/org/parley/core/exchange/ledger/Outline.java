package org.parley.core.exchange.ledger;

import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.Heading;
import org.parley.core.exchange.Route;
import org.parley.core.exchange.Statement;
import org.parley.core.exchange.Ties;
import org.parley.core.handling.Marking;
import org.parley.core.terms.Realm;

/// A statement without its content: what the ledger keeps of it, so that the content can be erased
/// and the ledger stays.
public record Outline(Heading heading, Route route, Ties ties, Marking marking) {

  public static Outline of(Statement statement) {
    return new Outline(
        statement.heading(), statement.route(), statement.ties(), statement.marking());
  }

  public OfficeId from() {
    return route.from();
  }

  public Realm realm() {
    return heading.realm();
  }
}

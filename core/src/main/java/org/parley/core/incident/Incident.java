package org.parley.core.incident;

import java.util.List;
import java.util.Optional;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Realm;

/// A record of an incident, as its holder keeps it.
///
/// @param id made by the originator; a UUID, or for imports the identifier in the source
/// @param title for people
/// @param realm `real`, or `exercise:` and a name
/// @param source the SHA-256 of the bytes it was read from
/// @param revisions at least one, numbered 1, 2, 3 …
public record Incident(
    String id, Optional<String> title, Realm realm, Digest source, List<Revision> revisions) {

  public Revision latest() {
    return revisions.getLast();
  }

  /// This record with the statement of somebody that nothing else happened, at every revision that
  /// has no such statement.
  public Incident nothingElseBy(String who) {
    List<Revision> stated =
        revisions.stream()
            .map(each ->
                each.nothingElse().isPresent()
                    ? each
                    : new Revision(
                        each.number(),
                        each.at(),
                        each.by(),
                        each.aware(),
                        each.statements(),
                        Optional.of(who),
                        each.withdrawn()))
            .toList();
    return new Incident(id, title, realm, source, stated);
  }
}

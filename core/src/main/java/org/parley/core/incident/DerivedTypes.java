package org.parley.core.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Statement;
import org.parley.core.fact.TypeBridge;

/// States the types of an incident in lists in which nobody stated them, as far as they follow from
/// another list. What was stated is never touched.
public record DerivedTypes(List<TypeBridge> bridges) {

  /// The incident with derived types at each revision; each says in its origin that it is derived.
  public Incident on(Incident incident) {
    return new Incident(
        incident.id(),
        incident.title(),
        incident.realm(),
        incident.source(),
        incident.revisions().stream().map(this::on).toList());
  }

  private Revision on(Revision revision) {
    List<Statement> statements = new ArrayList<>(revision.statements());
    for (TypeBridge bridge : bridges) {
      List<Stated> said = about(bridge.from().key(), revision.statements());
      if (!said.isEmpty() && about(bridge.to().key(), statements).isEmpty()) {
        List<Optional<Stated>> read = said.stream().map(bridge::read).toList();
        if (read.stream().allMatch(Optional::isPresent)) {
          read.forEach(each ->
              statements.add(
                  new Statement(bridge.to().key(), each.orElseThrow(), bridge.origin())));
        }
      }
    }
    return new Revision(
        revision.number(),
        revision.at(),
        revision.by(),
        revision.aware(),
        List.copyOf(statements),
        revision.nothingElse(),
        revision.withdrawn());
  }

  private static List<Stated> about(FactKey key, List<Statement> statements) {
    return statements.stream()
        .filter(statement -> statement.key().equals(key))
        .map(Statement::stated)
        .toList();
  }
}

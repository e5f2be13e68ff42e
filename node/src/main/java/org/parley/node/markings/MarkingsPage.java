package org.parley.node.markings;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.parley.core.directory.states.States;
import org.parley.core.handling.Ceiling;
import org.parley.core.handling.GradeAgreement;
import org.parley.core.handling.GradeScheme;
import org.parley.core.handling.GradeTable;
import org.parley.core.handling.SecrecyGrade;
import org.parley.core.terms.Party;
import org.parley.node.web.Visit;

/// The page of markings.
///
/// @param ceiling what the node may hold; empty for visitors, whose business it is not
public record MarkingsPage(Visit visit, Optional<Ceiling> ceiling) {

  /// The schemes in the order of the directory; those of fictitious States in an exercise only.
  public List<GradeScheme> schemes() {
    GradeTable table = visit.shelf().grades();
    List<Party> states = table.schemes().stream().map(GradeScheme::state).toList();
    return visit.shelf().states().inOrder(states).stream()
        .filter(this::fits)
        .flatMap(state -> table.of(state).stream())
        .toList();
  }

  public List<GradeAgreement> agreements() {
    return visit.shelf().grades().agreements().stream()
        .filter(each -> fits(each.parties().first()))
        .toList();
  }

  private boolean fits(Party state) {
    return visit.site().exercise() || !States.isFictitious(state);
  }

  public String name(Party state) {
    return visit.shelf().states().of(state);
  }

  public String parties(GradeAgreement agreement) {
    return agreement.parties().stream().map(this::name).collect(Collectors.joining(", "));
  }

  /// The grades that the node may hold, in their States' words.
  public List<SecrecyGrade> held() {
    return ceiling.stream().flatMap(each -> each.grades().stream()).sorted().toList();
  }
}

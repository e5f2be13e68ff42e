package org.parley.node.markings;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.core.handling.GradeRank;
import org.parley.core.handling.GradeScheme;
import org.parley.core.handling.GradeTable;
import org.parley.core.handling.Marking;
import org.parley.core.handling.SecrecyGrade;
import org.parley.core.people.Establishment;
import org.parley.core.terms.Party;
import org.parley.desk.voice.Words;
import org.parley.node.web.Visit;

/// What a marking means for its reader: whether it may be passed on, and what its secrecy grades
/// count as where the reader works.
///
/// @param mayPassOn one sentence
/// @param grades in the originators' words, each with what is agreed about it
public record MarkingView(String mayPassOn, List<Grade> grades) {

  /// @param says what it counts as, one sentence for each agreement, or one that nothing is agreed
  public record Grade(SecrecyGrade grade, List<String> says) {}

  public static MarkingView of(Visit visit, Marking marking) {
    List<Grade> grades = new ArrayList<>();
    Optional<Party> reader = visit.site().establishment().map(Establishment::state);
    LocalDate day = LocalDate.ofInstant(visit.now(), ZoneOffset.UTC);
    for (SecrecyGrade grade : marking.grades()) {
      reader
          .filter(each -> !each.equals(grade.state()))
          .ifPresent(each -> grades.add(new Grade(grade, says(visit, grade, each, day))));
    }
    return new MarkingView(visit.words().say("page.pass-on." + key(marking)), grades);
  }

  private static String key(Marking marking) {
    if (!marking.unknown().isEmpty()) {
      return "unknown";
    }
    return marking.grades().isEmpty()
        ? marking.tlp().name().toLowerCase(Locale.ROOT).replace('_', '-')
        : "grade";
  }

  private static List<String> says(Visit visit, SecrecyGrade grade, Party reader, LocalDate day) {
    Words words = visit.words();
    String there = visit.shelf().states().of(reader);
    List<GradeTable.Equal> equals = visit.shelf().grades().beside(grade, reader, day);
    if (equals.isEmpty()) {
      return List.of(
          words.say("page.pass-on.unequal", visit.shelf().states().of(grade.state()), there));
    }
    return equals.stream()
        .map(equal ->
            equal.words().isEmpty()
                ? words.say("page.pass-on.no-grade", there, equal.agreement().title())
                : words.say(
                    "page.pass-on.equal",
                    there,
                    String.join(" / ", equal.words()),
                    equal.agreement().title()))
        .toList();
  }

  /// The secrecy grades of the node's own State, mildest first, to choose from.
  public static List<String> own(Visit visit) {
    Optional<GradeScheme> scheme =
        visit.site().establishment().map(Establishment::state).flatMap(visit.shelf().grades()::of);
    return scheme.map(MarkingView::words).orElse(List.of());
  }

  private static List<String> words(GradeScheme scheme) {
    return List.of(GradeRank.values()).reversed().stream()
        .flatMap(rank -> scheme.at(rank).stream())
        .toList();
  }
}

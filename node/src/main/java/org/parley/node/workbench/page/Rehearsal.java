package org.parley.node.workbench.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.handling.Marking;
import org.parley.core.incident.Revision;
import org.parley.core.scale.Grade;
import org.parley.core.scale.ScaleEdition;
import org.parley.desk.Classifiers;
import org.parley.desk.voice.Paint;
import org.parley.desk.voice.ScaleVoice;
import org.parley.duties.casefile.OwnScale;
import org.parley.duties.casefile.WalkIncidents;
import org.parley.node.web.Visit;

/// What a draft makes of the incidents that the node has had, beside what the scale in force makes
/// of them.
///
/// @param pairs how many incidents got which levels, those that the reader may not read among them
///   where they are enough to be counted
/// @param changed the incidents open to the reader on which the two differ
/// @param open how many are open to the reader
/// @param counted how many others were counted
/// @param withheld whether there are others, too few to be counted
public record Rehearsal(
    SequencedMap<Pair, Integer> pairs,
    List<Changed> changed,
    int open,
    int counted,
    boolean withheld) {

  /// Fewer than so many are not counted: a count of few would tell of single incidents.
  public static final int FEWEST = 5;

  /// The possible levels on either scale, in words.
  public record Pair(String now, String draft) {
    public boolean same() {
      return now.equals(draft);
    }
  }

  /// An incident that would get other levels.
  public record Changed(String path, String number, String title, Marking marking, Pair pair) {}

  public static Rehearsal of(
      Visit visit,
      List<WalkIncidents.Walked> incidents,
      OwnScale own,
      ScaleVoice draft,
      Classifiers classifiers) {
    List<WalkIncidents.Walked> open =
        incidents.stream().filter(each -> each.open().isPresent()).toList();
    List<WalkIncidents.Walked> others =
        incidents.stream().filter(each -> each.open().isEmpty()).toList();
    boolean counts = others.size() >= FEWEST;
    SequencedMap<Pair, Integer> pairs = new LinkedHashMap<>();
    List<Changed> changed = new ArrayList<>();
    for (WalkIncidents.Walked each : incidents) {
      if (each.open().isPresent() || counts) {
        Pair pair = pair(visit, each.latest(), own, draft, classifiers);
        pairs.merge(pair, 1, Integer::sum);
        if (!pair.same()) {
          each.open().ifPresent(seen -> changed.add(changed(seen, pair)));
        }
      }
    }
    return new Rehearsal(
        pairs, changed, open.size(), counts ? others.size() : 0, !counts && !others.isEmpty());
  }

  private static Changed changed(SeenCase seen, Pair pair) {
    return new Changed(
        "/incidents/" + seen.what().id(),
        seen.what().head().number().toString(),
        seen.what().story().title(),
        seen.covering(),
        pair);
  }

  private static Pair pair(
      Visit visit, Revision revision, OwnScale own, ScaleVoice draft, Classifiers classifiers) {
    ScaleEdition edition = own.edition(revision);
    String now =
        visit
            .shelf()
            .voice(edition)
            .grades(own.classifier(revision).possible(revision.sheet()), Paint.PLAIN);
    List<Grade> possible =
        classifiers.of(draft.edition(), day(draft.edition(), revision)).possible(revision.sheet());
    return new Pair(now, draft.grades(possible, Paint.PLAIN));
  }

  private static LocalDate day(ScaleEdition edition, Revision revision) {
    Optional<Instant> moment = revision.aware().or(revision::at);
    return moment.orElse(Instant.EPOCH).atZone(edition.heading().validity().zone()).toLocalDate();
  }
}

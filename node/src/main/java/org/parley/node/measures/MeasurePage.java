package org.parley.node.measures;

import java.util.List;
import java.util.Optional;
import org.parley.core.directory.states.States;
import org.parley.core.measure.Avowal;
import org.parley.core.measure.AvowalEvent;
import org.parley.core.measure.AvowalHistory;
import org.parley.core.measure.Measure;
import org.parley.core.measure.Measures;
import org.parley.core.terms.Party;
import org.parley.desk.voice.Labels;
import org.parley.node.web.Visit;

/// One measure as a page shows it.
///
/// @param history what the node's State said, as far as this reader may see; empty where the node
///   is nobody's yet
/// @param mayHold whether the reader may speak for the State
public record MeasurePage(
    Visit visit,
    Measures measures,
    Measure measure,
    Optional<AvowalHistory> history,
    boolean mayHold) {

  private Labels labels() {
    return visit.shelf().measureLabels();
  }

  public String title() {
    return labels().of("measures." + measure.key() + ".title");
  }

  public String asks() {
    return labels().of("measures." + measure.key() + ".asks");
  }

  public String result() {
    return labels().of("measures." + measure.key() + ".result");
  }

  public String decision() {
    return measures.decision(measure).text();
  }

  public String sure() {
    return visit.words().say("certainty." + measures.decision(measure).certainty().word());
  }

  public String acts() {
    return String.join(
        ", ", measure.acts().stream().map(each -> labels().of("actors." + each)).toList());
  }

  public String rhythm() {
    return labels().of("rhythms." + measure.rhythm());
  }

  public String service(Measure.Service service) {
    return labels().of("served." + service.by());
  }

  public String path() {
    return "/measures/" + measure.number();
  }

  /// How the State is called whose node this is.
  public String state() {
    return history.map(AvowalHistory::state).map(this::name).orElse("");
  }

  private String name(Party state) {
    return States.isFictitious(state)
        ? visit.shelf().states().bare(state)
        : visit.shelf().states().of(state);
  }

  public Optional<Avowal> avowal() {
    return history.flatMap(AvowalHistory::avowal);
  }

  public Optional<AvowalEvent> standing() {
    return history.flatMap(AvowalHistory::standing);
  }

  /// What was said before what stands now, newest first; visitors see no history.
  public List<AvowalEvent> before() {
    List<AvowalEvent> events = history.map(AvowalHistory::events).orElse(List.of());
    int standing = standing().isPresent() ? 1 : 0;
    return events.subList(0, events.size() - standing).reversed();
  }
}

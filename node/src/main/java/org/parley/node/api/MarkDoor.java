package org.parley.node.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.parley.core.casefile.CaseMarking;
import org.parley.core.casefile.Casefile;
import org.parley.core.casefile.Said;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Mode;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Tlp;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Octets;
import org.parley.duties.casefile.MarkIncident;
import org.parley.formats.exchange.JsonBytes;
import org.parley.formats.exchange.MarkingJson;
import org.parley.formats.exchange.Typed;
import org.parley.node.incidents.Paths;
import org.parley.node.web.Visit;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.core.JsonGenerator;

/// Tells and sets over the programming interface how an incident and its facts are marked, with the
/// duty behind the forms: what is above the node's ceiling is refused here as there.
@Controller
final class MarkDoor {

  private static final int LONGEST_NAME = 200;

  private final Deeds deeds;

  MarkDoor(Deeds deeds) {
    this.deeds = deeds;
  }

  @GetMapping(IncidentsDoor.ONE + "/marking")
  ResponseEntity<byte[]> read(Visit visit, @PathVariable String id) {
    SeenCase seen = deeds.room().export(visit, Paths.id(id)).seen();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .eTag(Version.of(seen, deeds.room().facts()).tag())
        .body(told(seen.what()).toArray());
  }

  private static Octets told(Casefile state) {
    CaseMarking marking = state.marking();
    return JsonBytes.write(json -> {
      json.writeStringProperty("incident", state.id().toString());
      put(json, "marking", marking.whole());
      put(json, "originator", marking.originator());
      marking.holder().ifPresent(added -> put(json, "holder", added));
      json.writeArrayPropertyStart("facts");
      stricter(state)
          .forEach((key, counts) -> {
            json.writeStartObject();
            json.writeStringProperty("fact", key.as(Mode.ACTUAL).toString());
            json.writeBooleanProperty("potential", key.mode() == Mode.POTENTIAL);
            put(json, "marking", counts);
            json.writeEndObject();
          });
      json.writeEndArray();
    });
  }

  private static void put(JsonGenerator json, String name, Marking marking) {
    json.writeName(name);
    MarkingJson.write(json, marking);
  }

  /// The facts that are marked more strictly than the incident, with what counts for them.
  private static Map<FactKey, Marking> stricter(Casefile state) {
    Map<FactKey, Marking> all = new TreeMap<>();
    for (Said said : state.facts().said()) {
      all.merge(said.key(), state.marking().of(said), Marking::with);
    }
    all.values().removeIf(state.marking().whole()::equals);
    return all;
  }

  @PostMapping(IncidentsDoor.ONE + "/marking")
  ResponseEntity<byte[]> mark(Visit visit, HttpServletRequest request, @PathVariable String id) {
    return deeds.on(
        visit,
        request,
        Paths.id(id),
        body -> {
          Marking marking =
              body.map("marking").flatMap(MarkingJson::read).orElse(Marking.of(Tlp.RED));
          return (work, asked) ->
              new MarkIncident(work).whole(asked.realm(), asked.id(), marking, asked.actor());
        });
  }

  /// Marks one fact; without a marking it is no longer marked apart.
  @PostMapping(IncidentsDoor.ONE + "/fact-markings")
  ResponseEntity<byte[]> markFact(
      Visit visit, HttpServletRequest request, @PathVariable String id) {
    return deeds.on(
        visit,
        request,
        Paths.id(id),
        body -> {
          Optional<FactKey> key = key(body);
          Optional<Marking> marking = body.maybeMap("marking").flatMap(MarkingJson::read);
          return (work, asked) ->
              new MarkIncident(work)
                  .fact(asked.realm(), asked.id(), key.orElseThrow(), marking, asked.actor());
        });
  }

  /// The fact that is meant; one that does not exist is told, and never marked.
  private Optional<FactKey> key(Typed body) {
    boolean potential = StatingBody.truth(body, "potential").orElse(false);
    Optional<String> name = body.text("fact", LONGEST_NAME);
    Optional<FactKey> key =
        name.flatMap(FactKey::parse)
            .filter(each -> deeds.room().facts().find(each.fact()).isPresent());
    if (name.isPresent() && key.isEmpty()) {
      body.issues()
          .add(
              IssueCode.UNKNOWN_FACT,
              body.fields().place(),
              "there is no fact \"%s\"".formatted(name.get()));
    }
    return key.map(each -> each.as(potential ? Mode.POTENTIAL : Mode.ACTUAL));
  }
}

package org.parley.node.workbench;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.parley.core.draft.DraftPart;
import org.parley.core.people.Establishment;
import org.parley.core.terms.Party;
import org.parley.formats.tree.YamlScalar;
import org.parley.node.web.Visit;

/// The files of a draft that begins blank: the smallest scale that can be read, to be filled.
final class Blank {

  private static final String SCALE =
      """
      scale: %s
      edition: "%s"
      title: %s
      issuer: %s
      authority: draft
      unit: incident
      valid: {from: %s}
      decidingDay: {day: awareness, zone: %s}
      levels: [low, high]                 # mildest first
      sources:
        instruction: {text: to be named, certainty: unconfirmed}
      rule:
        ladder:
          high:
            any:
              - {downtime: {atLeast: PT24H}, cite: instruction}
          low: {always: yes, cite: instruction}
        cite: instruction
      unknowns: {policy: silent, cite: instruction}
      """;

  private Blank() {}

  static Map<DraftPart, String> texts(Visit visit, String title) {
    String state =
        visit.site().establishment().map(Establishment::state).map(Party::code).orElse("xa");
    LocalDate today = visit.now().atZone(ZoneOffset.UTC).toLocalDate();
    String edition = today.toString().substring(0, 7);
    String scale = state.toLowerCase(java.util.Locale.ROOT) + "/national";
    String text =
        SCALE.formatted(
            scale,
            edition,
            YamlScalar.written(title),
            YamlScalar.written(visit.site().authority().orElse("to be named")),
            today,
            visit.zone().getId());
    Map<DraftPart, String> texts = new TreeMap<>();
    texts.put(DraftPart.SCALE, text);
    texts.put(
        DraftPart.CASES,
        "scale: %s%nedition: \"%s\"%ncases: []%n".formatted(scale, edition).replace("\r\n", "\n"));
    return texts;
  }
}

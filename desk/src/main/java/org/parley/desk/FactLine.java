package org.parley.desk;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.core.incident.Incident;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issues;
import org.parley.desk.voice.Values;
import org.parley.formats.library.Library;
import org.parley.formats.parley.Parsed;
import org.parley.formats.parley.fact.KnownFacts;
import org.parley.formats.parley.incident.IncidentReader;
import org.parley.formats.tree.Limits;

/// A released fact as a message holds it, `key: value` in the notation of incident files, told in
/// the words of a language.
record FactLine(Library library, Values values) {

  /// One line of YAML: what another State wrote must not become another part of the file.
  private static final Pattern LINE =
      Pattern.compile(
          "[A-Za-z](?:[^\\s]{0,118}[^\\s:])?: [^\\p{Cntrl}\\u0085\\u2028\\u2029]{1,2000}");

  /// `Availability: unavailable`; empty where it is no fact of the catalogue that can be read.
  Optional<String> told(String line) {
    if (!LINE.matcher(line).matches()) {
      return Optional.empty();
    }
    String file =
        "incident: released\nrealm: real\nrevisions:\n  - revision: 1\n    by: as released\n"
            + "    facts:\n      %s\n".formatted(line);
    Issues issues = new Issues();
    Optional<Parsed> parsed =
        Parsed.of(file.getBytes(StandardCharsets.UTF_8), "facts.yaml", Limits.DOCUMENT, issues);
    KnownFacts known = KnownFacts.of(library.catalogue(), _ -> Optional.empty());
    return parsed
        .filter(_ -> !issues.hasErrors())
        .map(each -> IncidentReader.read(each, known))
        .filter(Checked.Sound.class::isInstance)
        .map(Checked::orThrow)
        .map(this::told)
        .filter(text -> !text.isEmpty());
  }

  private String told(Incident incident) {
    return incident.revisions().getLast().statements().stream()
        .map(each -> values.name(each.key()) + ": " + values.stated(each.key(), each.stated()))
        .collect(Collectors.joining("; "));
  }
}

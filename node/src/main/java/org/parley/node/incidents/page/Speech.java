package org.parley.node.incidents.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.core.casefile.Stage;
import org.parley.core.casefile.deed.Author;
import org.parley.core.directory.OfficeId;
import org.parley.core.fact.FactKey;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.terms.ScaleId;
import org.parley.desk.Shelf;
import org.parley.desk.voice.ScaleVoice;
import org.parley.desk.voice.Values;
import org.parley.desk.voice.Words;

/// How the pages of incidents speak: in the reader's language, on the State's own scale.
public record Speech(Shelf shelf, ScaleVoice voice) {

  public static Speech of(Shelf shelf, ScaleEdition edition) {
    return new Speech(shelf, shelf.voice(edition));
  }

  public Words words() {
    return shelf.words();
  }

  /// The words for a fact: those of the scale that asks for it as a judgement, else the
  /// catalogue's.
  public Values values(FactKey key) {
    Optional<ScaleId> scale = ScaleId.parse(key.fact().text().replaceFirst(":.*", ""));
    if (!key.fact().text().contains(":") || scale.isEmpty()) {
      return shelf.values();
    }
    if (scale.get().equals(voice.edition().heading().id())) {
      return voice.values();
    }
    return shelf.library().editions(scale.get()).stream()
        .reduce((_, last) -> last)
        .map(name -> shelf.voice(shelf.library().edition(name).orThrow()).values())
        .orElseGet(shelf::values);
  }

  public String side(Author by) {
    return by.office().map(this::office).orElseGet(() -> words().say("page.side.operator"));
  }

  public String office(OfficeId office) {
    return words().say("page.office." + office.kind().word());
  }

  public String stage(Stage stage) {
    return words().say("page.stage." + stage.word());
  }

  public String type(String key) {
    return shelf.factLabels().of("types." + key);
  }

  public String types(List<String> keys) {
    return String.join(", ", keys.stream().map(this::type).toList());
  }

  /// How long until a moment, or since it, in the largest unit: `2 h`, `3 d`.
  public String away(Instant now, Instant at) {
    long minutes = Math.abs(Duration.between(now, at).toMinutes());
    String span =
        minutes < 120
            ? words().say("page.minutes", minutes)
            : minutes < 48 * 60
                ? words().say("page.hours", minutes / 60)
                : words().say("page.days", minutes / (24 * 60));
    return words().say(at.isBefore(now) ? "page.ago" : "page.in", span);
  }
}

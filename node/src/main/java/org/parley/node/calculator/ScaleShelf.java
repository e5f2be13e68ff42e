package org.parley.node.calculator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.terms.ScaleId;
import org.parley.desk.Shelf;
import org.parley.desk.calculator.Permalink;
import org.parley.formats.library.EditionName;

/// The scales to choose from, the newest edition of each; those ticked before stay ticked.
///
/// @param answers what was answered before, as hidden controls carry it on
/// @param day the deciding day chosen before
public record ScaleShelf(List<Choice> choices, Map<String, String> answers, Optional<String> day) {

  /// @param value as permalinks name it
  /// @param issuer whose scale it is
  public record Choice(String value, String title, String name, String issuer, boolean ticked) {}

  static ScaleShelf of(Shelf shelf, Optional<Permalink.Opened> before) {
    Map<ScaleId, EditionName> newest = new LinkedHashMap<>();
    shelf.library().editions().forEach(name -> newest.put(name.scale(), name));
    List<ScaleEdition> ticked = before.map(Permalink.Opened::editions).orElse(List.of());
    List<ScaleEdition> all = new ArrayList<>();
    newest
        .values()
        .forEach(name -> {
          Optional<ScaleEdition> older =
              ticked.stream().filter(each -> each.heading().id().equals(name.scale())).findFirst();
          all.add(older.orElseGet(() -> shelf.library().edition(name).orThrow()));
        });
    List<Choice> choices =
        all.stream()
            .map(edition ->
                new Choice(
                    Permalink.name(edition),
                    shelf.voice(edition).title(),
                    edition.heading().quoted(),
                    edition.heading().issuer(),
                    ticked.contains(edition)))
            .toList();
    Map<String, String> answers = new LinkedHashMap<>();
    before.ifPresent(opened -> answers.putAll(Permalink.controls(opened.answers())));
    return new ScaleShelf(choices, answers, before.map(opened -> opened.day().toString()));
  }
}

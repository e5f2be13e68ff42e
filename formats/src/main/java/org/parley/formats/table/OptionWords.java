package org.parley.formats.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactType;

/// Finds the option that a word of a register means: by its key, or by its label in any language.
final class OptionWords {

  private static final Map<String, String> STATES = states();
  private static final int SHORTEST_BEGINNING = 5;

  private final HeaderWords words;
  private final List<Map<String, String>> texts;

  OptionWords(HeaderWords words, List<Map<String, String>> texts) {
    this.words = words;
    this.texts = texts;
  }

  /// The option as a mapping writes it.
  Optional<String> find(Fact fact, String word) {
    return switch (fact.type()) {
      case FactType.YesNo() ->
          words.is("yes", word)
              ? Optional.of("yes")
              : words.is("no", word) ? Optional.of("no") : Optional.empty();
      case FactType.Ordered(var options) -> option(fact, options, word);
      case FactType.Choice(var options) -> option(fact, options, word);
      case FactType.Options(var options) -> option(fact, options, word);
      case FactType.Codes _ ->
          word.matches("[A-Z]{2}")
              ? Optional.of(word)
              : Optional.ofNullable(STATES.get(HeaderWords.plain(word)));
      case FactType.Count _,
          FactType.Quantity _,
          FactType.Money _,
          FactType.Duration _,
          FactType.Share _,
          FactType.Instant _,
          FactType.Group _,
          FactType.Text _ ->
          Optional.empty();
    };
  }

  /// The option that is called so, else the only one whose name begins so.
  private Optional<String> option(Fact fact, List<String> options, String word) {
    String plain = HeaderWords.plain(word);
    Set<String> begun = new LinkedHashSet<>();
    for (String option : options) {
      Set<String> names = names(fact, option);
      if (names.contains(plain)) {
        return Optional.of(option);
      }
      if (plain.length() >= SHORTEST_BEGINNING
          && names.stream().anyMatch(name -> name.startsWith(plain))) {
        begun.add(option);
      }
    }
    return begun.size() == 1 ? begun.stream().findFirst() : Optional.empty();
  }

  private Set<String> names(Fact fact, String option) {
    Set<String> names = new LinkedHashSet<>();
    names.add(HeaderWords.plain(option));
    for (Map<String, String> language : texts) {
      String label = language.get("facts." + fact.id() + ".options." + option);
      if (label != null) {
        names.add(HeaderWords.plain(label));
      }
    }
    return names;
  }

  /// Which part of the words of a column are options of the fact; nought for yes and no, which any
  /// column may hold.
  double share(Fact fact, ColumnLook look) {
    if (fact.type() instanceof FactType.YesNo || look.kind() != ColumnLook.Shape.WORDS) {
      return 0;
    }
    long known = look.words().stream().filter(word -> find(fact, word).isPresent()).count();
    return look.words().size() < 2 ? 0 : (double) known / look.words().size();
  }

  /// The names of States in six languages, as the JDK knows them.
  private static Map<String, String> states() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      for (String language : Arrays.asList("en", "fr", "de", "it", "ru", "es")) {
        String name = Locale.of("", code).getDisplayCountry(Locale.of(language));
        codes.putIfAbsent(HeaderWords.plain(name), code);
      }
    }
    return codes;
  }
}

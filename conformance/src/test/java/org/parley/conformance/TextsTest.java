package org.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.states.StateEntry;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactType;
import org.parley.core.fact.TypeList;
import org.parley.core.measure.Measure;
import org.parley.formats.library.FolderSource;
import org.parley.formats.library.Library;

/**
 * The six languages say the same things: no text is missing, none is left over, and each has the
 * same gaps to fill.
 */
class TextsTest {
  private static final String ENGLISH = "en";
  private static final Pattern GAP = Pattern.compile("\\{[0-9]\\}");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern KEY = Pattern.compile("\\(\"([a-z][A-Za-z0-9.-]*)\"");
  private static final Pattern SAID =
      Pattern.compile("\\bsay\\(\\s*\"([a-z][A-Za-z0-9.-]*[a-z0-9])\"\\s*[,)]");
  private static final Pattern COUNTED = Pattern.compile("\\bwords\\(\\)\\.count\\(\"([a-z-]+)\"");

  private static final Library LIBRARY = new Library(new FolderSource(Path.of("..", "library")));

  /** Every folder of label files, and of words. */
  private static Set<String> folders() {
    return LIBRARY.source().names().stream()
        .filter(name -> name.matches(".*(labels/.*|words/)[a-z]{2}\\.yaml"))
        .map(name -> name.substring(0, name.lastIndexOf('/') + 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyLanguageHasTheKeysAndGapsOfEnglish() {
    List<String> differences = new ArrayList<>();
    for (String folder : folders()) {
      Map<String, String> english = new TreeMap<>(LIBRARY.texts(folder + ENGLISH + ".yaml"));
      for (String language : LIBRARY.languages()) {
        Map<String, String> texts = new TreeMap<>(LIBRARY.texts(folder + language + ".yaml"));
        english.forEach((key, text) -> {
          if (!texts.containsKey(key)) {
            differences.add(folder + language + " lacks " + key);
          } else if (!gaps(text).equals(gaps(texts.get(key)))) {
            differences.add(folder + language + " has other gaps in " + key);
          }
        });
        texts.keySet().stream()
            .filter(key -> !english.containsKey(key))
            .forEach(key -> differences.add(folder + language + " has left over " + key));
      }
    }

    assertThat(folders()).hasSizeGreaterThan(10);
    assertThat(LIBRARY.languages()).hasSize(6);
    assertThat(differences).isEmpty();
  }

  private static Set<String> gaps(String text) {
    return GAP.matcher(text)
        .results()
        .map(result -> result.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyFactHasItsTextsAndNoTextIsOfNoFact() {
    Set<String> expected = new TreeSet<>(Set.of("language"));
    for (Fact fact : LIBRARY.catalogue().facts()) {
      String path = "facts." + fact.id() + ".";
      expected.add("groups." + fact.group());
      expected.addAll(Set.of(path + "label", path + "means", path + "question"));
      if (!isOfTypes(fact) && !(fact.type() instanceof FactType.YesNo)) {
        fact.type().optionNames().forEach(option -> expected.add(path + "options." + option));
      }
    }

    assertThat(LIBRARY.texts("facts/labels/en.yaml").keySet())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static boolean isOfTypes(Fact fact) {
    return LIBRARY.typeLists().stream()
        .map(LIBRARY::typeList)
        .anyMatch(list -> fact.type().equals(new FactType.Options(list.keys())));
  }

  @Test
  void everyIncidentTypeHasItsTextAndNoTextIsOfNoType() {
    for (String name : LIBRARY.typeLists()) {
      TypeList list = LIBRARY.typeList(name);
      Set<String> expected = new TreeSet<>(Set.of("language", "title"));
      list.classes().forEach(each -> expected.add("classes." + each.key()));
      list.keys().forEach(type -> expected.add("types." + type));

      assertThat(LIBRARY.texts("types/labels/" + name + "/en.yaml").keySet())
          .as(name)
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void everyMeasureHasItsTextsAndNoTextIsOfNoMeasure() {
    Set<String> expected = new TreeSet<>(Set.of("language"));
    for (Measure measure : LIBRARY.measures().orThrow().list()) {
      String path = "measures." + measure.key() + ".";
      expected.addAll(Set.of(path + "title", path + "asks", path + "result"));
      measure.acts().forEach(each -> expected.add("actors." + each));
      expected.add("rhythms." + measure.rhythm());
      measure.served().forEach(each -> expected.add("served." + each.by()));
    }

    assertThat(LIBRARY.texts("measures/labels/en.yaml").keySet())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void everyStateHasItsNamesAndNoNameIsOfNoState() {
    Set<String> expected = new TreeSet<>(Set.of("language"));
    for (StateEntry state : LIBRARY.states().orThrow().list()) {
      expected.add("states." + state.code() + ".short");
      expected.add("states." + state.code() + ".full");
    }

    assertThat(LIBRARY.texts("states/labels/en.yaml").keySet())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void everyWordIsSaidAndEveryWordSaidIsThere() {
    String source =
        Stream.of("cli", "desk", "node")
            .flatMap(room -> ProjectFiles.below(room + "/src/main").stream())
            .filter(file -> file.toString().matches(".*\\.(java|jte)"))
            .map(ProjectFiles::text)
            .collect(Collectors.joining("\n"));
    Set<String> words =
        LIBRARY.texts("words/en.yaml").keySet().stream()
            .filter(key -> key.startsWith("words."))
            .map(key -> key.substring("words.".length()))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> literals = all(LITERAL, source);
    // In a template a key may stand inside an attribute, which has quotes of its own.
    literals.addAll(all(KEY, source));

    assertThat(words.stream().filter(word -> !isSaid(word, literals)))
        .as("words that nothing says")
        .isEmpty();
    assertThat(words).containsAll(all(SAID, source));
    assertThat(words)
        .containsAll(all(COUNTED, source).stream().map(key -> key + ".other").toList());
  }

  private static Set<String> all(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher
        .results()
        .map(each -> each.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** By its whole key, by a beginning that ends in a dot, or as a plural form or a unit. */
  private static boolean isSaid(String word, Set<String> literals) {
    String counted = word.replaceFirst("\\.(one|few|many|other)$", "");
    return literals.contains(word)
        || (!counted.equals(word)
            && (literals.contains(counted) || units().contains(counted + "s")))
        || literals.stream()
            .anyMatch(each -> each.length() > 3 && each.matches(".*[.-]") && word.startsWith(each));
  }

  private static Set<String> units() {
    return LIBRARY.catalogue().facts().stream()
        .map(Fact::type)
        .filter(FactType.Quantity.class::isInstance)
        .map(type -> ((FactType.Quantity) type).unit())
        .collect(Collectors.toSet());
  }
}

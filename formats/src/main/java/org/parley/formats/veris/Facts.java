package org.parley.formats.veris;

import java.util.List;
import java.util.Optional;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactId;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Nearest;
import org.parley.formats.tree.Tree;

/// Looks up what a mapping says about facts in the catalogue, and tells what is not there.
final class Facts {

  private static final String ANYTHING = "anything";

  private final Catalogue catalogue;
  private final Issues issues;

  Facts(Catalogue catalogue, Issues issues) {
    this.catalogue = catalogue;
    this.issues = issues;
  }

  Issues issues() {
    return issues;
  }

  /// The fact of this name, or a problem.
  Optional<Fact> find(String name, Place place) {
    Optional<Fact> found = FactId.parse(name).flatMap(catalogue::find);
    if (found.isEmpty()) {
      issues.add(IssueCode.UNKNOWN_FACT, place, "the catalogue has no fact \"" + name + "\"");
    }
    return found;
  }

  /// The fact of this name, which the importer itself speaks about.
  Optional<Fact> needed(String name, Fields where) {
    return find(name, where.place());
  }

  /// Reads `fact: what is said about it`.
  Optional<Hint> hint(Tree.Entry entry) {
    return find(entry.key(), entry.keyMark().place()).flatMap(fact -> hint(fact, entry.value()));
  }

  /// Reads what is said about a fact with options.
  Optional<Hint> hint(Fact fact, Tree said) {
    if (fact.type().optionNames().isEmpty()) {
      issues.add(IssueCode.WRONG_SHAPE, said.place(), fact.id() + " has no options");
      return Optional.empty();
    }
    if (said instanceof Tree.Text(String text, _, _) && text.equals(ANYTHING)) {
      return Optional.of(Hint.anything(fact));
    }
    if (said instanceof Tree.Mapping) {
      Fields parts = Fields.of(said, "what is said about " + fact.id(), issues);
      Hint hint =
          new Hint(
              fact, part(fact, parts, "is"), part(fact, parts, "may"), part(fact, parts, "not"));
      parts.end();
      return Optional.of(hint);
    }
    return Optional.of(new Hint(fact, mask(fact, said), 0, 0));
  }

  private long part(Fact fact, Fields parts, String key) {
    return parts
        .any(key)
        .map(value ->
            value instanceof Tree.Text(String text, _, _) && text.equals(ANYTHING)
                ? Hint.all(fact)
                : mask(fact, value))
        .orElse(0L);
  }

  /// The options named by one word or a list of words, as bits.
  long mask(Fact fact, Tree named) {
    List<Tree> words = named instanceof Tree.Sequence(List<Tree> items, _) ? items : List.of(named);
    long mask = 0;
    for (Tree word : words) {
      Optional<Tree.Text> text = Fields.text(word, "an option of " + fact.id(), issues);
      int option = text.map(one -> option(fact, one)).orElse(-1);
      mask |= option < 0 ? 0 : 1L << option;
    }
    return mask;
  }

  /// The place of the option in the fact's list; -1 and a problem where there is none.
  int option(Fact fact, Tree.Text word) {
    List<String> options = fact.type().optionNames();
    int option = options.indexOf(word.text());
    if (option < 0) {
      issues.add(
          new Issue(
              IssueCode.UNKNOWN_OPTION,
              word.place(),
              fact.id() + " has no option \"" + word.text() + "\"",
              Nearest.remedy(word.text(), options)));
    }
    return option;
  }

  /// The words of a list, without capitals.
  List<String> words(Fields fields, String key) {
    return fields.needList(key).orElse(List.of()).stream()
        .flatMap(item -> Fields.text(item, "a word", issues).stream())
        .map(text -> RecordView.key(text.text()))
        .toList();
  }

  /// The word under a key, without capitals.
  String word(Fields fields, String key) {
    return fields.needText(key).map(text -> RecordView.key(text.text())).orElse("");
  }
}

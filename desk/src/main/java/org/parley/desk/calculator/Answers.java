package org.parley.desk.calculator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactId;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Mode;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Statement;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.formats.parley.fact.KnownFacts;
import org.parley.formats.parley.incident.StandingStatements;
import org.parley.formats.tree.Document;
import org.parley.formats.tree.Mark;
import org.parley.formats.tree.Tree;

/// What somebody answered so far: for each key its answer as text. What is not answered is unknown.
///
/// @param texts by key as incident files write it, with a trailing `~` for what could have been
///   caused; in the order given
/// @param nothingElse whether nothing happened besides what is answered
public record Answers(SequencedMap<String, String> texts, boolean nothingElse) {

  /// No answer is longer than this; a longer one is refused unread.
  private static final int LONGEST = 2_000;

  private static final String TOO_LONG = "an answer has at most " + LONGEST + " characters";

  public static Answers none() {
    return new Answers(new LinkedHashMap<>(), false);
  }

  /// These answers with one given anew; an empty text takes it back.
  public Answers with(String key, String text) {
    SequencedMap<String, String> changed = new LinkedHashMap<>(texts);
    if (text.isBlank()) {
      changed.remove(key);
    } else {
      changed.put(key, text.strip());
    }
    return new Answers(changed, nothingElse);
  }

  public Optional<String> text(FactKey key) {
    return Optional.ofNullable(texts.get(key.toString()));
  }

  /// What the answers state, and what is wrong with those that cannot be taken; those are left out.
  ///
  /// @param issues the place of each is the key of the answer
  public record Taken(Sheet sheet, List<Statement> statements, List<Issue> issues) {}

  public Taken take(KnownFacts facts) {
    Issues issues = new Issues();
    StandingStatements standing = new StandingStatements(facts, issues);
    texts.forEach((name, text) -> {
      if (text.length() > LONGEST) {
        issues.add(IssueCode.WRONG_TYPE, Place.of(name), TOO_LONG, "give the value alone");
        return;
      }
      Mode mode = name.endsWith("~") ? Mode.POTENTIAL : Mode.ACTUAL;
      String bare = mode == Mode.POTENTIAL ? name.substring(0, name.length() - 1) : name;
      Optional<Fact> fact = FactId.parse(bare.replaceFirst("@.*", "")).flatMap(facts::find);
      Mark mark = Document.named(name).whole();
      Tree value =
          fact.map(each -> AnswerText.tree(each.type(), text, name))
              .orElseGet(() -> new Tree.Text(text, Tree.Kind.QUOTED, mark));
      standing.state(List.of(new Tree.Entry(bare, mark, value)), mode);
    });
    standing.checkWorld();
    List<Issue> problems = issues.list();
    Set<String> wrong =
        problems.stream()
            .filter(Issue::isError)
            .map(issue -> issue.place().document())
            .collect(Collectors.toSet());
    List<Statement> taken =
        standing.list().stream().filter(each -> !wrong.contains(each.key().toString())).toList();
    Map<FactKey, List<Stated>> byKey = new LinkedHashMap<>();
    taken.forEach(each -> byKey.put(each.key(), List.of(each.stated())));
    return new Taken(new Sheet(byKey, nothingElse), taken, problems);
  }
}

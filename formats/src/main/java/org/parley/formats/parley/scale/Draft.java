package org.parley.formats.parley.scale;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactId;
import org.parley.core.fact.FactKey;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.scale.Grade;
import org.parley.core.scale.Levels;
import org.parley.core.terms.Citation;
import org.parley.formats.parley.Citations;
import org.parley.formats.parley.Scalars;
import org.parley.formats.tree.Mark;
import org.parley.formats.tree.Nearest;
import org.parley.formats.tree.Tree;

/// An edition while it is read: what was declared so far, and what of it was used.
final class Draft {

  private final Catalogue catalogue;
  private final References references;
  private final Issues issues;
  private final Citations citations;
  private final Levels levels;
  private final SequencedMap<String, Fact> judgements = new LinkedHashMap<>();
  private final Couplings couplings;
  private final Map<String, Mark> declared = new LinkedHashMap<>();
  private final Set<String> used = new HashSet<>();

  Draft(
      Catalogue catalogue,
      References references,
      Issues issues,
      Citations citations,
      Levels levels) {
    this.catalogue = catalogue;
    this.references = references;
    this.issues = issues;
    this.citations = citations;
    this.levels = levels;
    this.couplings = new Couplings(issues);
  }

  Issues issues() {
    return issues;
  }

  References references() {
    return references;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  Citations citations() {
    return citations;
  }

  Levels levels() {
    return levels;
  }

  Couplings couplings() {
    return couplings;
  }

  SequencedMap<String, Fact> judgements() {
    return judgements;
  }

  void judge(String name, Fact judgement) {
    judgements.put(name, judgement);
  }

  /// Remembers where a name was declared, to tell later if nothing used it.
  ///
  /// @param kind what it names, for people: `condition`
  void declare(String kind, Tree.Entry entry) {
    declared.put(kind + " " + entry.key(), entry.keyMark());
  }

  void use(String kind, String name) {
    used.add(kind + " " + name);
  }

  void tellUnused() {
    declared.forEach((what, mark) -> {
      if (!used.contains(what)) {
        issues.add(IssueCode.UNUSED, mark.place(), "nothing uses the " + what);
      }
    });
    citations.tellUnused();
  }

  /// The fact or judgement of this name, if there is one.
  Optional<Fact> fact(FactId id) {
    return catalogue
        .find(id)
        .or(() -> judgements.values().stream().filter(own -> own.id().equals(id)).findFirst());
  }

  Fact fact(FactKey key) {
    return fact(key.fact()).orElseThrow();
  }

  /// The key that a name in the file stands for: a judgement's short name, or a catalogue fact with
  /// its region; empty where it is neither.
  Optional<FactKey> key(String name) {
    Fact judgement = judgements.get(name);
    if (judgement != null) {
      use("judgement", name);
      return Optional.of(FactKey.of(judgement.id()));
    }
    return FactKey.parse(name).filter(key -> catalogue.find(key.fact()).isPresent());
  }

  /// Reads a fact's name; what is wrong with it is told.
  Optional<FactKey> needKey(Tree.Text text) {
    Optional<FactKey> key = key(text.text());
    if (key.isEmpty()) {
      unknown("fact", text.text(), text.mark(), names());
      return Optional.empty();
    }
    return key.filter(found -> isRegional(found, text.mark()));
  }

  boolean isRegional(FactKey key, Mark mark) {
    if (key.region().isEmpty() || fact(key).reach().regional()) {
      return true;
    }
    issues.add(
        IssueCode.NOT_REGIONAL,
        mark.place(),
        "%s cannot be limited to a region".formatted(key.fact()),
        "only facts of the catalogue with `per: region` can");
    return false;
  }

  /// The names of all facts and judgements.
  List<String> names() {
    return java.util.stream.Stream.concat(
            judgements.keySet().stream(), catalogue.facts().stream().map(fact -> fact.id().text()))
        .toList();
  }

  void unknown(String kind, String name, Mark mark, java.util.Collection<String> known) {
    issues.add(
        new Issue(
            IssueCode.UNKNOWN_NAME,
            mark.place(),
            "there is no %s %s".formatted(kind, Scalars.quoted(name)),
            Nearest.remedy(name, known)));
  }

  /// A level; one that the scale does not have is told.
  Optional<Grade.Level> level(String name, Mark mark) {
    Optional<Grade.Level> level = levels.find(name);
    if (level.isEmpty()) {
      List<String> known = levels.mildestFirst().stream().map(Grade.Level::name).toList();
      issues.add(
          new Issue(
              IssueCode.UNKNOWN_LEVEL,
              mark.place(),
              "the scale has no level " + Scalars.quoted(name),
              Nearest.remedy(name, known)));
    }
    return level;
  }

  /// A level, `out-of-scope` or `unsaid`; the last two must be cited.
  Optional<Grade> grade(Tree.Text text, Optional<Citation> cite) {
    Optional<Grade> grade = levels.findGrade(text.text());
    if (grade.isEmpty()) {
      return level(text.text(), text.mark()).map(level -> level);
    }
    if (!(grade.get() instanceof Grade.Level) && cite.isEmpty()) {
      issues.add(
          IssueCode.MISSING_KEY,
          text.place(),
          "\"%s\" is not backed by a source".formatted(text.text()),
          "add `cite:` to this rule: the reader must see where the source stops");
    }
    return grade;
  }
}

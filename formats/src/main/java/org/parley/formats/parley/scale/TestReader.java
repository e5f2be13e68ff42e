package org.parley.formats.parley.scale;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.scale.Quantity;
import org.parley.core.scale.Test;
import org.parley.core.terms.Exact;
import org.parley.formats.parley.Scalars;
import org.parley.formats.parley.fact.ValueTree;
import org.parley.formats.parley.fact.ValueWriter;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Nearest;
import org.parley.formats.tree.Tree;

/// Reads the tests that quantities must pass: scale-format.md, section 5.
final class TestReader {

  private static final Map<String, Test.Verb> COMPARE =
      java.util.Arrays.stream(Test.Verb.values())
          .collect(Collectors.toMap(Test.Verb::word, verb -> verb));

  private static final List<String> VERBS =
      List.of(
          "over",
          "atLeast",
          "under",
          "atMost",
          "is",
          "oneOf",
          "includes",
          "includesAnyOf",
          "includesAllOf",
          "empty",
          "overLowest",
          "atLeastLowest",
          "overHighest",
          "atLeastHighest");

  private final Draft draft;
  private final Issues issues;
  private final Bounds bounds;
  private final BoundsTests several;

  TestReader(Draft draft) {
    this.draft = draft;
    this.issues = draft.issues();
    this.bounds = new Bounds(draft);
    this.several = new BoundsTests(draft, bounds);
  }

  /// Reads a test: a word, short for `is:`, or a map of one or two verbs.
  Optional<Test> read(Quantity quantity, Tree tree) {
    return switch (tree) {
      case Tree.Text word -> verb(quantity, new Tree.Entry("is", word.mark(), word));
      case Tree.Mapping(List<Tree.Entry> entries, _) when entries.size() == 1 ->
          verb(quantity, entries.getFirst());
      case Tree.Mapping(List<Tree.Entry> entries, _) when entries.size() == 2 -> {
        Optional<Test> first = verb(quantity, entries.get(0));
        Optional<Test> second = verb(quantity, entries.get(1));
        yield first.flatMap(one -> second.map(other -> new Test.Both(one, other)));
      }
      case Tree.Mapping _, Tree.Sequence _, Tree.Nothing _ -> {
        issues.add(
            IssueCode.WRONG_SHAPE,
            tree.place(),
            "a test is a word or a map of one or two verbs, and here stands " + tree.shape(),
            "write {over: 3}, {includes: personal}, yes, or an option");
        yield Optional.empty();
      }
    };
  }

  private Optional<Test> verb(Quantity quantity, Tree.Entry entry) {
    String verb = entry.key();
    if (!VERBS.contains(verb)) {
      issues.add(
          new Issue(
              IssueCode.UNKNOWN_KEY,
              entry.keyMark().place(),
              "there is no verb " + Scalars.quoted(verb),
              Nearest.to(verb, VERBS)
                  .map("did you mean \"%s\"?"::formatted)
                  .or(() -> Optional.of("verbs: " + String.join(", ", VERBS)))));
      return Optional.empty();
    }
    FactType type = plainType(quantity);
    return switch (type) {
      case FactType.YesNo _ -> option(entry, type, false);
      case FactType.Choice _ -> option(entry, type, false);
      case FactType.Ordered _ -> option(entry, type, true);
      case FactType.Options _ -> set(entry, type);
      case FactType.Codes _ -> codes(quantity, entry);
      case FactType.Count _,
          FactType.Quantity _,
          FactType.Money _,
          FactType.Duration _,
          FactType.Share _,
          FactType.Instant _ ->
          number(quantity, entry);
      case FactType.Group _, FactType.Text _ ->
          unfit(entry, ValueTree.name(type) + " is never ruled on", Optional.empty());
    };
  }

  /// The type that tests of the quantity are written for; what is computed is a number.
  private FactType plainType(Quantity quantity) {
    return switch (quantity) {
      case Quantity.Named(_, Quantity body, _) -> plainType(body);
      case Quantity.Plain(FactKey key) -> draft.fact(key).type();
      case Quantity.Ratio _,
          Quantity.Product _,
          Quantity.Span _,
          Quantity.CodeCount _,
          Quantity.ShareOfReference _ ->
          new FactType.Count(0);
    };
  }

  private Optional<Test> unfit(Tree.Entry entry, String why, Optional<String> remedy) {
    issues.add(
        new Issue(
            IssueCode.TEST_DOES_NOT_FIT,
            entry.keyMark().place(),
            "\"%s\" does not fit: %s".formatted(entry.key(), why),
            remedy));
    return Optional.empty();
  }

  private Optional<Test> number(Quantity quantity, Tree.Entry entry) {
    Test.Verb verb = COMPARE.get(entry.key());
    if (verb != null) {
      return Fields.text(entry.value(), "the bound", issues)
          .flatMap(text ->
              bounds.read(quantity, text).map(bound -> compared(quantity, verb, bound, text)));
    }
    if (BoundsTests.VERBS.contains(entry.key())) {
      return several.read(quantity, entry);
    }
    return unfit(
        entry,
        "here stands a number",
        Optional.of("numbers are compared by over, atLeast, under, atMost and is"));
  }

  private Test compared(Quantity quantity, Test.Verb verb, Bounds.Bound bound, Tree.Text text) {
    bounds
        .largest(quantity)
        .filter(largest -> isOutOfReach(verb, bound.value(), largest))
        .ifPresent(largest ->
            issues.add(
                IssueCode.UNREACHABLE,
                text.place(),
                "this never holds: the largest value is " + shown(quantity, largest)));
    if (isOutOfReach(verb, bound.value())) {
      issues.add(IssueCode.UNREACHABLE, text.place(), "this never holds: nothing is below zero");
    }
    return new Test.Compare(verb, bound.value(), bound.currency());
  }

  private String shown(Quantity quantity, Exact value) {
    return plainType(quantity) instanceof FactType.Duration
        ? ValueWriter.duration(value.floor().longValueExact())
        : value.toString();
  }

  private static boolean isOutOfReach(Test.Verb verb, Exact bound, Exact largest) {
    return switch (verb) {
      case OVER -> bound.compareTo(largest) >= 0;
      case AT_LEAST, IS -> bound.isAbove(largest);
      case UNDER, AT_MOST -> false;
    };
  }

  private static boolean isOutOfReach(Test.Verb verb, Exact bound) {
    return verb == Test.Verb.UNDER && bound.signum() == 0;
  }

  private Optional<Test> option(Tree.Entry entry, FactType type, boolean ordered) {
    List<String> options = type.optionNames();
    if (entry.key().equals("oneOf")) {
      return places(entry, type)
          .map(places ->
              new Test.OptionIn(
                  Test.Verb.IS, places.stream().map(options::get).toList(), Set.copyOf(places)));
    }
    Test.Verb verb = COMPARE.get(entry.key());
    if (verb == null || (verb != Test.Verb.IS && !ordered)) {
      return unfit(
          entry,
          "here stands one option" + (ordered ? "" : ", and the options have no order"),
          Optional.of(
              ordered
                  ? "options are tested by over, atLeast, under, atMost, is and oneOf"
                  : "options are tested by is and oneOf"));
    }
    return Fields.text(entry.value(), "the option", issues)
        .flatMap(text -> place(text, type).map(place -> option(verb, place, type, text)));
  }

  private Test option(Test.Verb verb, int place, FactType type, Tree.Text text) {
    List<String> options = type.optionNames();
    Set<Integer> accepted =
        IntStream.range(0, options.size())
            .filter(each -> verb.passes(Integer.compare(each, place)))
            .boxed()
            .collect(Collectors.toUnmodifiableSet());
    if (accepted.isEmpty()) {
      issues.add(
          IssueCode.UNREACHABLE,
          text.place(),
          "this never holds: no option is %s %s".formatted(verb.word(), options.get(place)));
    }
    return new Test.OptionIn(verb, List.of(options.get(place)), accepted);
  }

  private Optional<Integer> place(Tree.Text text, FactType type) {
    List<String> options = type.optionNames();
    String word =
        type instanceof FactType.YesNo
            ? text.text().replace("true", "yes").replace("false", "no")
            : text.text();
    int place = options.indexOf(word);
    if (place < 0) {
      issues.add(
          new Issue(
              IssueCode.UNKNOWN_OPTION,
              text.place(),
              Scalars.quoted(text.text()) + " is none of the options",
              Nearest.remedy(text.text(), options)));
      return Optional.empty();
    }
    return Optional.of(place);
  }

  /// Places of the options in a list; empty where one is wrong or none is named.
  private Optional<List<Integer>> places(Tree.Entry entry, FactType type) {
    Optional<List<Tree>> items =
        Fields.list(entry.value(), "\"%s\"".formatted(entry.key()), issues);
    Set<Integer> places = new LinkedHashSet<>();
    boolean sound = items.isPresent();
    for (Tree item : items.orElse(List.of())) {
      Optional<Integer> place =
          Fields.text(item, "an option", issues).flatMap(text -> place(text, type));
      sound &= place.isPresent();
      place.ifPresent(places::add);
    }
    if (sound && places.isEmpty()) {
      issues.add(
          IssueCode.WRONG_SHAPE,
          entry.value().place(),
          "\"%s\" names no option".formatted(entry.key()));
    }
    return sound && !places.isEmpty() ? Optional.of(new ArrayList<>(places)) : Optional.empty();
  }

  private Optional<Test> set(Tree.Entry entry, FactType type) {
    List<String> options = type.optionNames();
    return switch (entry.key()) {
      case "includes" ->
          Fields.text(entry.value(), "the option", issues)
              .flatMap(text -> place(text, type))
              .map(place -> new Test.HasAny(List.of(options.get(place)), 1L << place));
      case "includesAnyOf" ->
          places(entry, type)
              .map(places ->
                  new Test.HasAny(places.stream().map(options::get).toList(), mask(places)));
      case "includesAllOf" ->
          places(entry, type)
              .map(places ->
                  new Test.HasAll(places.stream().map(options::get).toList(), mask(places)));
      case "empty" -> empty(entry);
      default ->
          unfit(
              entry,
              "here stands a set",
              Optional.of("sets are tested by includes, includesAnyOf, includesAllOf and empty"));
    };
  }

  private static long mask(List<Integer> places) {
    return places.stream().mapToLong(place -> 1L << place).reduce(0, (a, b) -> a | b);
  }

  private Optional<Test> empty(Tree.Entry entry) {
    return Fields.text(entry.value(), "\"empty\"", issues)
        .flatMap(text -> new Scalars(issues).yesNo(text))
        .map(Test.Empty::new);
  }

  private Optional<Test> codes(Quantity quantity, Tree.Entry entry) {
    return entry.key().equals("empty")
        ? empty(entry)
        : unfit(
            entry,
            quantity.keys().getFirst() + " is a list of codes",
            Optional.of(
                "test `empty`, or count them: a quantity {countOf: %s} under `derived:`"
                    .formatted(quantity.keys().getFirst())));
  }
}

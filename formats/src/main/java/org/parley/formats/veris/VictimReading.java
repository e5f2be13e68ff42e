package org.parley.formats.veris;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.parley.core.fact.Fact;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.issue.IssueCode;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;

/// Reads who was hit: sectors from the industry code, size from the band of employees, States.
final class VictimReading implements Reading {

  private static final Set<String> STATES = states();
  private static final Set<String> OPEN = Set.of("unknown", "other");

  /// A band of employees: what the victim is, and how the report calls it if that is ambiguous.
  private record Size(Set<String> of, long is, long oneOf, Optional<String> ambiguous) {}

  private final Optional<Fact> sectors;
  private final Optional<Fact> classes;
  private final Optional<Fact> countries;
  private final Optional<Fact> organisations;
  private final String country;
  private final String industry;
  private final String employees;
  private final String secondary;
  private final List<Size> sizes = new ArrayList<>();
  private long organisation;
  private long never;
  private String nationalCode = "";
  private long national;
  private final Map<String, Hint> byCode = new HashMap<>();
  private final Map<String, List<String>> ranges = new HashMap<>();

  VictimReading(Fields root, Fields fields, Facts facts) {
    sectors = facts.needed("sectors", fields);
    classes = facts.needed("victimClasses", fields);
    countries = facts.needed("countriesAffected", fields);
    organisations = facts.needed("organisationsAffected", fields);
    country = facts.word(fields, "country");
    industry = facts.word(fields, "industry");
    employees = facts.word(fields, "employees");
    secondary = facts.word(fields, "secondary");
    classes.ifPresent(fact -> readClasses(fact, fields, facts));
    sectors.ifPresent(fact -> {
      for (Tree.Entry entry : root.needNamed("sectors").orElse(List.of())) {
        facts.hint(fact, entry.value()).ifPresent(hint -> byCode.put(entry.key(), hint));
      }
    });
    for (Tree.Entry entry : root.needNamed("industryRanges").orElse(List.of())) {
      List<Tree> codes =
          Fields.list(entry.value(), "a range of codes", facts.issues()).orElse(List.of());
      ranges.put(
          entry.key(),
          codes.stream()
              .flatMap(code -> Fields.text(code, "a code", facts.issues()).stream())
              .map(Tree.Text::text)
              .toList());
    }
    fields.end();
  }

  private void readClasses(Fact fact, Fields fields, Facts facts) {
    for (Tree tree : fields.needList("sizes").orElse(List.of())) {
      Fields row = Fields.of(tree, "a band of employees", facts.issues());
      sizes.add(
          new Size(
              Set.copyOf(facts.words(row, "of")),
              row.any("is").map(words -> facts.mask(fact, words)).orElse(0L),
              row.any("oneOf").map(words -> facts.mask(fact, words)).orElse(0L),
              row.text("ambiguous").map(Tree.Text::text)));
      row.end();
    }
    organisation = fields.needAny("organisation").map(words -> facts.mask(fact, words)).orElse(0L);
    never = fields.needAny("neverAnOrganisation").map(words -> facts.mask(fact, words)).orElse(0L);
    fields
        .needMap("nationalSecurity")
        .ifPresent(row -> {
          nationalCode = facts.word(row, "code");
          national = row.needAny("class").map(words -> facts.mask(fact, words)).orElse(0L);
          row.end();
        });
  }

  @Override
  public void read(RecordView record, Findings findings) {
    record.at(industry).forEach(leaf -> readIndustry(record, findings, leaf));
    record.at(employees).forEach(leaf -> readSize(record, findings, leaf));
    readCountries(record, findings);
    record.one(secondary).ifPresent(leaf -> readSecondary(record, findings, leaf));
  }

  private void readIndustry(RecordView record, Findings findings, Leaf leaf) {
    Fact fact = sectors.orElseThrow();
    String code = leaf.value().strip();
    if (code.matches("0+") || OPEN.contains(leaf.word())) {
      leaf.use();
      findings.hint(Hint.anything(fact), leaf.path());
      return;
    }
    List<String> codes = ranges.getOrDefault(code, List.of(code.replace("-", "")));
    List<Hint> found = codes.stream().flatMap(one -> longest(one).stream()).toList();
    if (found.isEmpty() || !code.matches("[0-9]{2}-?[0-9]{0,4}")) {
      record.note(
          IssueCode.NOT_UNDERSTOOD,
          leaf,
          leaf.path()
              + " "
              + RecordView.shown(leaf)
              + " is no industry code; the sector stays unknown");
      findings.hint(Hint.anything(fact), leaf.path());
      return;
    }
    leaf.use();
    findings.hint(found.stream().reduce(VictimReading::either).orElseThrow(), leaf.path());
    if (codes.getFirst().startsWith(nationalCode)) {
      findings.hint(new Hint(classes.orElseThrow(), national, 0, 0), leaf.path());
    }
  }

  private Optional<Hint> longest(String code) {
    for (int length = code.length(); length >= 2; length--) {
      Hint hint = byCode.get(code.substring(0, length));
      if (hint != null) {
        return Optional.of(hint);
      }
    }
    return Optional.empty();
  }

  private static Hint either(Hint one, Hint other) {
    return new Hint(
        one.fact(), one.is() & other.is(), one.is() | one.may() | other.is() | other.may(), 0);
  }

  private void readSize(RecordView record, Findings findings, Leaf leaf) {
    Fact fact = classes.orElseThrow();
    String said = leaf.path() + " " + RecordView.shown(leaf);
    Optional<Size> size = sizes.stream().filter(row -> row.of().contains(leaf.word())).findFirst();
    if (size.isEmpty()) {
      if (OPEN.contains(leaf.word())) {
        leaf.use();
      } else {
        record.note(IssueCode.NOT_UNDERSTOOD, leaf, said + " is no band of employees of VERIS");
      }
      findings.hint(new Hint(fact, 0, 0, never), leaf.path());
      return;
    }
    leaf.use();
    Size row = size.get();
    row.ambiguous().ifPresent(why -> record.note(IssueCode.AMBIGUOUS, leaf, said + ": " + why));
    long fits = row.is() | row.oneOf();
    findings.hint(new Hint(fact, row.is(), row.oneOf(), never | organisation & ~fits), leaf.path());
  }

  private void readCountries(RecordView record, Findings findings) {
    TreeSet<String> codes = new TreeSet<>();
    List<Leaf> from = new ArrayList<>();
    for (Leaf leaf : record.at(country)) {
      String code = leaf.value().strip().toUpperCase(Locale.ROOT);
      if (STATES.contains(code)) {
        codes.add(code);
        from.add(leaf);
      } else if (OPEN.contains(leaf.word())) {
        from.add(leaf);
      } else {
        record.note(
            IssueCode.NOT_UNDERSTOOD,
            leaf,
            leaf.path() + " " + RecordView.shown(leaf) + " is no code of ISO 3166");
      }
    }
    if (!codes.isEmpty()) {
      findings.state(countries.orElseThrow(), new Stated.CodesBetween(codes, true), from);
    } else if (!from.isEmpty()) {
      findings.state(
          countries.orElseThrow(), new Stated.Unknown("the source does not say where"), from);
    }
  }

  /// The victim and those hit through it; there may be more that nobody counted.
  private void readSecondary(RecordView record, Findings findings, Leaf leaf) {
    Optional<Long> more = leaf.whole(9_999_999).filter(count -> count > 0);
    if (more.isEmpty()) {
      record.note(
          IssueCode.NOT_UNDERSTOOD,
          leaf,
          leaf.path() + " " + RecordView.shown(leaf) + " is no number of further victims");
      return;
    }
    findings.state(
        organisations.orElseThrow(),
        new Stated.Between(Optional.of(new Value.Number(1 + more.get())), Optional.empty()),
        List.of(leaf));
  }

  private static Set<String> states() {
    Set<String> codes = new HashSet<>(Arrays.asList(Locale.getISOCountries()));
    codes.add("XK");
    return codes;
  }
}

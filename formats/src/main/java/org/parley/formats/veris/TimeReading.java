package org.parley.formats.veris;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.issue.IssueCode;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;
import org.parley.formats.veris.Spans.Span;

/// Reads when the incident began, how long it went unnoticed, and how long something was down.
final class TimeReading implements Reading {

  /// Which fact the length of an outage is, for some kinds of outage.
  private record Outage(Set<String> of, Optional<Fact> fact) {}

  private final Optional<Fact> occurred;
  private final Optional<Fact> detected;
  private final Optional<Fact> resolved;
  private final Optional<Fact> undetected;
  private final IncidentDate date;
  private final Spans spans;
  private final String compromise;
  private final String discovery;
  private final String containment;
  private final String outage;
  private final String outageKind;
  private final List<Outage> outages = new ArrayList<>();

  TimeReading(Fields fields, Facts facts) {
    occurred = facts.needed("occurredAt", fields);
    detected = facts.needed("detectedAt", fields);
    resolved = facts.needed("resolvedAt", fields);
    undetected = facts.needed("undetectedFor", fields);
    date = new IncidentDate(fields, facts);
    spans = new Spans(fields, facts);
    compromise = facts.word(fields, "compromise");
    discovery = facts.word(fields, "discovery");
    containment = facts.word(fields, "containment");
    outage = facts.word(fields, "outage");
    outageKind = facts.word(fields, "outageKind");
    for (Tree tree : fields.needList("outageOf").orElse(List.of())) {
      Fields row = Fields.of(tree, "a kind of outage", facts.issues());
      Set<String> of = Set.copyOf(facts.words(row, "of"));
      outages.add(
          new Outage(
              of, row.needText("fact").flatMap(name -> facts.find(name.text(), name.place()))));
      row.end();
    }
    fields.end();
  }

  @Override
  public void read(RecordView record, Findings findings) {
    List<Leaf> dateLeaves = new ArrayList<>();
    Optional<Span> began = date.read(record, dateLeaves);
    began.ifPresent(range -> findings.state(occurred.orElseThrow(), instants(range), dateLeaves));
    List<Leaf> until = new ArrayList<>(dateLeaves);
    Span noticed = readDiscovery(record, findings, began, until);
    readContainment(record, findings, noticed, until);
    readOutage(record, findings);
  }

  /// When the incident was noticed, as far as it can be said.
  private Span readDiscovery(
      RecordView record, Findings findings, Optional<Span> began, List<Leaf> until) {
    List<Leaf> discoveryLeaves = new ArrayList<>();
    Optional<Span> unnoticed = spans.read(record, discovery, discoveryLeaves);
    List<Leaf> compromiseLeaves = new ArrayList<>();
    boolean noCompromise = record.words(compromise + ".unit").equals(Set.of("na"));
    Optional<Span> toCompromise = spans.read(record, compromise, compromiseLeaves);
    Span before =
        noCompromise
            ? new Span(0, OptionalLong.of(0))
            : toCompromise.orElse(new Span(0, OptionalLong.empty()));
    Span start = began.orElse(new Span(0, OptionalLong.empty()));
    if (unnoticed.isEmpty()) {
      keepUnused(record, compromiseLeaves);
      return new Span(start.least(), OptionalLong.empty());
    }
    findings.state(undetected.orElseThrow(), durations(unnoticed.get()), discoveryLeaves);
    Span noticed = start.plus(before).plus(unnoticed.get());
    if (began.isPresent()) {
      until.addAll(discoveryLeaves);
      until.addAll(compromiseLeaves);
      findings.state(detected.orElseThrow(), instants(noticed), until);
    }
    return noticed;
  }

  private static void keepUnused(RecordView record, List<Leaf> leaves) {
    List<Leaf> open = leaves.stream().filter(leaf -> leaf.fate() == Leaf.Fate.OPEN).toList();
    if (!open.isEmpty()) {
      record.note(
          IssueCode.KEPT_AS_IS,
          open,
          open.getFirst().path() + ": of use only beside the time of discovery");
    }
  }

  /// Contained is not yet resolved: only the earliest time follows.
  private void readContainment(
      RecordView record, Findings findings, Span noticed, List<Leaf> until) {
    List<Leaf> leaves = new ArrayList<>();
    Optional<Span> contained = spans.read(record, containment, leaves);
    if (contained.isEmpty()) {
      return;
    }
    if (until.isEmpty()) {
      keepUnused(record, leaves);
      return;
    }
    leaves.addAll(until);
    findings.state(
        resolved.orElseThrow(),
        instants(new Span(noticed.least() + contained.get().least(), OptionalLong.empty())),
        leaves);
  }

  private void readOutage(RecordView record, Findings findings) {
    List<Leaf> leaves = new ArrayList<>();
    Optional<Span> lasted = spans.read(record, outage, leaves);
    if (lasted.isEmpty()) {
      return;
    }
    Set<String> kinds = record.words(outageKind);
    Optional<Fact> fact =
        outages.stream()
            .filter(row -> row.of().stream().anyMatch(kinds::contains))
            .findFirst()
            .flatMap(Outage::fact);
    if (fact.isEmpty()) {
      record.note(
          IssueCode.KEPT_AS_IS,
          leaves,
          outage + ": how long an asset was lost is not how long a service was down");
      return;
    }
    findings.state(fact.get(), durations(lasted.get()), leaves);
  }

  private static Stated instants(Span range) {
    long last = Math.min(range.most().orElse(FactType.LAST_SECOND), FactType.LAST_SECOND);
    return between(Math.min(range.least(), FactType.LAST_SECOND), last, range.most().isEmpty());
  }

  private Stated durations(Span range) {
    long cap = ((FactType.Duration) undetected.orElseThrow().type()).capSeconds();
    return between(
        Math.min(range.least(), cap),
        Math.min(range.most().orElse(cap), cap),
        range.most().isEmpty());
  }

  private static Stated between(long least, long most, boolean open) {
    if (least == most) {
      return new Stated.Exactly(new Value.Number(least));
    }
    return new Stated.Between(
        Optional.of(new Value.Number(least)),
        open ? Optional.empty() : Optional.of(new Value.Number(most)));
  }
}

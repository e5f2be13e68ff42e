package org.parley.formats.veris;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.core.fact.Fact;
import org.parley.core.issue.IssueCode;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;

/// Reads who acted: the class of the actor, and for insiders whether the act was meant and meant
/// badly. Where there are several actors, the class is one of theirs.
final class ActorReading implements Reading {

  /// What an outside actor's variety says.
  private record Outsider(
      Set<String> of, long any, long targeted, long opportunistic, Optional<String> ambiguous) {}

  private final Optional<Fact> actorClass;
  private final Optional<Fact> malicious;
  private final Optional<Fact> rootCause;
  private final String outsideField;
  private final String targetField;
  private final List<Outsider> outsiders = new ArrayList<>();
  private long anyOutside;
  private final List<String> insiders;
  private final Set<String> unintended;
  private final Set<String> deliberate;
  private long unwitting;
  private long witting;
  private final Set<String> unintendedMotives;
  private final Set<String> harmfulMotives;
  private final Set<String> harmlessMotives;
  private final String misuse;
  private final String unknown;
  private final String thirdParty;
  private long thirdPartyCause;

  ActorReading(Fields fields, Facts facts) {
    actorClass = facts.needed("actorClass", fields);
    malicious = facts.needed("malicious", fields);
    rootCause = facts.needed("rootCause", fields);
    Optional<Fields> outside = fields.needMap("external");
    outsideField = outside.map(one -> facts.word(one, "field")).orElse("");
    targetField = outside.map(one -> facts.word(one, "narrowedBy")).orElse("");
    outside.ifPresent(one -> readOutsiders(one, facts));
    insiders = facts.words(fields, "insiders");
    unintended = new HashSet<>(facts.words(fields, "unintended"));
    deliberate = new HashSet<>(facts.words(fields, "deliberate"));
    actorClass.ifPresent(fact -> {
      unwitting = fields.needAny("unwitting").map(word -> facts.mask(fact, word)).orElse(0L);
      witting = fields.needAny("witting").map(word -> facts.mask(fact, word)).orElse(0L);
    });
    Optional<Fields> motives = fields.needMap("motives");
    unintendedMotives = motives(motives, "unintended", facts);
    harmfulMotives = motives(motives, "harmful", facts);
    harmlessMotives = motives(motives, "harmless", facts);
    misuse = facts.word(fields, "misuse");
    unknown = facts.word(fields, "unknown");
    Optional<Fields> third = fields.needMap("thirdParty");
    thirdParty = third.map(one -> facts.word(one, "only")).orElse("");
    rootCause.ifPresent(fact ->
        thirdPartyCause =
            third
                .flatMap(one -> one.needAny("adds"))
                .map(word -> facts.mask(fact, word))
                .orElse(0L));
    fields.end();
  }

  private static Set<String> motives(Optional<Fields> motives, String key, Facts facts) {
    return motives.map(one -> Set.copyOf(facts.words(one, key))).orElse(Set.of());
  }

  private void readOutsiders(Fields outside, Facts facts) {
    if (actorClass.isEmpty()) {
      return;
    }
    Fact fact = actorClass.get();
    anyOutside = outside.needAny("anyOutside").map(words -> facts.mask(fact, words)).orElse(0L);
    for (Tree tree : outside.needList("rows").orElse(List.of())) {
      Fields row = Fields.of(tree, "an outside actor", facts.issues());
      Set<String> of = Set.copyOf(facts.words(row, "of"));
      long any = row.needAny("actorClass").map(words -> facts.mask(fact, words)).orElse(0L);
      long targeted = row.any("ifTargeted").map(words -> facts.mask(fact, words)).orElse(any);
      long chance = row.any("ifOpportunistic").map(words -> facts.mask(fact, words)).orElse(any);
      outsiders.add(
          new Outsider(of, any, targeted, chance, row.text("ambiguous").map(Tree.Text::text)));
      row.text("because");
      row.end();
    }
    outside.end();
  }

  @Override
  public void read(RecordView record, Findings findings) {
    Fact fact = actorClass.orElseThrow();
    record.at(outsideField).forEach(leaf -> readOutsider(record, findings, leaf, fact));
    insiders.stream()
        .filter(record::has)
        .forEach(section -> findings.hint(insider(record, section, fact), section));
    if (record.has(unknown)) {
      record.useSection(unknown);
      findings.hint(Hint.anything(fact), unknown);
    }
    if (record.has(misuse)) {
      misuse(record, findings);
    }
    thirdParty(record, findings);
  }

  private void readOutsider(RecordView record, Findings findings, Leaf leaf, Fact fact) {
    Optional<Outsider> known =
        outsiders.stream().filter(row -> row.of().contains(leaf.word())).findFirst();
    if (known.isEmpty()) {
      tellUnlisted(record, leaf);
      findings.hint(new Hint(fact, anyOutside, 0, 0), leaf.path());
      return;
    }
    leaf.use();
    Outsider row = known.get();
    String said = leaf.path() + " " + RecordView.shown(leaf);
    row.ambiguous().ifPresent(why -> record.note(IssueCode.AMBIGUOUS, leaf, said + ": " + why));
    Set<String> target = record.words(targetField);
    long narrowed =
        target.equals(Set.of("targeted"))
            ? row.targeted()
            : target.equals(Set.of("opportunistic")) ? row.opportunistic() : row.any();
    findings.hint(new Hint(fact, narrowed, 0, 0), leaf.path());
    if (narrowed != row.any()) {
      record.at(targetField).forEach(Leaf::use);
      findings.hint(new Hint(fact, narrowed, 0, 0), targetField);
    }
  }

  private static void tellUnlisted(RecordView record, Leaf leaf) {
    if (leaf.word().equals("unknown") || leaf.word().equals("other")) {
      leaf.use();
    } else {
      record.note(
          IssueCode.NOT_UNDERSTOOD,
          leaf,
          leaf.path()
              + " "
              + RecordView.shown(leaf)
              + " is no value of VERIS 1.3 to 1.4; taken as unknown");
    }
  }

  /// An insider who did not mean it, or who did, or either.
  private Hint insider(RecordView record, String section, Fact fact) {
    record.useSection(section);
    Set<String> motives = record.words(section + ".motive");
    if (!motives.isEmpty() && unintendedMotives.containsAll(motives)) {
      record.at(section + ".motive").forEach(Leaf::use);
      return new Hint(fact, unwitting, 0, 0);
    }
    boolean erred = unintended.stream().anyMatch(record::has);
    boolean meant = deliberate.stream().anyMatch(record::has);
    long either = unwitting | witting;
    return new Hint(fact, erred == meant ? either : erred ? unwitting : witting, 0, 0);
  }

  /// Misuse is deliberate, but whether it was malicious the motive tells.
  private void misuse(RecordView record, Findings findings) {
    List<Leaf> leaves = new ArrayList<>();
    insiders.forEach(section -> leaves.addAll(record.at(section + ".motive")));
    Set<String> motives = new HashSet<>();
    leaves.forEach(leaf -> motives.add(leaf.word()));
    boolean harmful = motives.stream().anyMatch(harmfulMotives::contains);
    Set<String> mild = new HashSet<>(harmlessMotives);
    mild.addAll(unintendedMotives);
    boolean harmless = !motives.isEmpty() && mild.containsAll(motives);
    if (harmful || harmless) {
      leaves.forEach(Leaf::use);
    }
    Fact intent = malicious.orElseThrow();
    long established = 1L << intent.type().optionNames().indexOf("established");
    long said = harmful ? established : harmless ? 1L : Hint.all(intent);
    findings.hint(new Hint(intent, said, 0, 0), misuse);
    Fact cause = rootCause.orElseThrow();
    long act = 1L << cause.type().optionNames().indexOf("malicious-action");
    long error = 1L << cause.type().optionNames().indexOf("human-error");
    findings.hint(new Hint(cause, harmful ? act : harmless ? error : act | error, 0, 0), misuse);
  }

  /// Where only a supplier acted, the cause may be that a third party failed.
  private void thirdParty(RecordView record, Findings findings) {
    boolean alone =
        record.has(thirdParty)
            && !record.has(RecordView.key(outsideField).replaceFirst("\\.[a-z]+$", ""))
            && insiders.stream().allMatch(one -> one.equals(thirdParty) || !record.has(one));
    if (alone) {
      findings.hint(new Hint(rootCause.orElseThrow(), thirdPartyCause, 0, 0), thirdParty);
    }
  }
}

package org.parley.core.handling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// What the receiver may do with information: how far it may go, what may be done with it, the
/// secrecy grades that States gave it, and markings nobody here knows.
///
/// Markings form a lattice under [#with]: the combination is at least as strict as either part in
/// every respect, and nothing ever takes a part away. A marking that is not known is kept word for
/// word and treated as the strictest there is.
///
/// @param pap empty where nobody said anything about it
/// @param grades in order, each once
/// @param unknown markings of other systems, word for word, in order, each once
public record Marking(
    Tlp tlp, Optional<Pap> pap, SortedSet<SecrecyGrade> grades, SortedSet<String> unknown) {

  /// The most characters that a grade or an unknown marking has.
  public static final int LONGEST = 200;

  public Marking {
    for (String each : unknown) {
      if (each.isBlank() || each.length() > LONGEST) {
        throw new IllegalArgumentException("a marking has 1 to 200 characters");
      }
    }
    grades = Collections.unmodifiableSortedSet(new TreeSet<>(grades));
    unknown = Collections.unmodifiableSortedSet(new TreeSet<>(unknown));
  }

  public static Marking of(Tlp tlp) {
    return new Marking(tlp, Optional.empty(), new TreeSet<>(), new TreeSet<>());
  }

  public static Marking of(Tlp tlp, Pap pap) {
    return new Marking(tlp, Optional.of(pap), new TreeSet<>(), new TreeSet<>());
  }

  /// The same, graded by a State besides.
  public Marking graded(SecrecyGrade grade) {
    SortedSet<SecrecyGrade> more = new TreeSet<>(grades);
    more.add(grade);
    return new Marking(tlp, pap, more, unknown);
  }

  /// The same, with a marking besides that nobody here knows.
  public Marking withUnknown(String words) {
    SortedSet<String> more = new TreeSet<>(unknown);
    more.add(words);
    return new Marking(tlp, pap, grades, more);
  }

  /// The marking of something that holds both: each part as strict as the stricter of the two.
  public Marking with(Marking other) {
    Optional<Pap> actions =
        pap.map(mine -> other.pap.map(mine::or).orElse(mine)).or(() -> other.pap);
    return new Marking(
        tlp.or(other.tlp), actions, union(grades, other.grades), union(unknown, other.unknown));
  }

  /// The marking of something that holds all of these.
  ///
  /// @param parts at least one
  public static Marking all(Collection<Marking> parts) {
    return parts.stream().reduce(Marking::with).orElseThrow();
  }

  /// Whether this one is as strict as the other in every respect.
  public boolean isAtLeast(Marking other) {
    return with(other).equals(this);
  }

  /// How far the information may go, all said and done: a marking that nobody knows counts as red.
  public Tlp reach() {
    return unknown.isEmpty() ? tlp : Tlp.RED;
  }

  /// What may be done, all said and done: nothing said is nothing allowed where a marking is not
  /// known.
  public Optional<Pap> actions() {
    return unknown.isEmpty() ? pap : Optional.of(Pap.RED);
  }

  private static <T> SortedSet<T> union(SortedSet<T> one, SortedSet<T> other) {
    SortedSet<T> both = new TreeSet<>(one);
    both.addAll(other);
    return both;
  }

  /// As people write it: `TLP:AMBER PAP:GREEN [XA …] [?…]`.
  @Override
  public String toString() {
    List<String> words = new ArrayList<>();
    words.add("TLP:" + tlp.word());
    pap.ifPresent(level -> words.add("PAP:" + level.name()));
    grades.forEach(grade -> words.add("[" + grade + "]"));
    unknown.forEach(other -> words.add("[?" + other + "]"));
    return String.join(" ", words);
  }
}

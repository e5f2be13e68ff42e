package org.parley.core.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.parley.core.casefile.deed.Author;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.deed.OriginFinding;
import org.parley.core.casefile.deed.Outlook;
import org.parley.core.casefile.deed.Tie;

/// What is told of an incident besides its facts.
///
/// @param titles the first is the reporter's, the last is the one in use
/// @param words what happened, as the reporter said it
/// @param entries of the timeline, in the order in which they were written
/// @param campaigns by name
public record Story(
    List<String> titles,
    Optional<String> words,
    List<Entry> entries,
    Optional<Told<Outlook>> outlook,
    Told<OriginFinding> origin,
    SequencedMap<CaseId, Tie> ties,
    SequencedSet<String> campaigns) {

  /// Something said, by whom and when.
  public record Told<T>(T what, Optional<String> words, Author by, Instant at) {
    boolean isSameAs(Told<T> other) {
      return what.equals(other.what) && words.equals(other.words);
    }
  }

  /// One entry of the timeline.
  public record Entry(Instant happened, String words, Author by, Instant at) {}

  public Story {
    titles = List.copyOf(titles);
    entries = List.copyOf(entries);
    ties = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(ties));
    campaigns = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(campaigns));
  }

  static Story of(String title, Optional<String> words, Author by, Instant at) {
    return new Story(
        List.of(title),
        words,
        List.of(),
        Optional.empty(),
        new Told<>(OriginFinding.NOT_ASKED, Optional.empty(), by, at),
        new LinkedHashMap<>(),
        new LinkedHashSet<>());
  }

  public String title() {
    return titles.getLast();
  }

  /// The title that the reporter gave.
  public String firstTitle() {
    return titles.getFirst();
  }

  /// The timeline, earliest first.
  public List<Entry> timeline() {
    return entries.stream().sorted(Comparator.comparing(Entry::happened)).toList();
  }

  Story titled(String title) {
    if (title.equals(title())) {
      return this;
    }
    List<String> more = new ArrayList<>(titles);
    more.add(title);
    return new Story(more, words, entries, outlook, origin, ties, campaigns);
  }

  /// With an entry; the same where the same side has written the same before.
  Story with(Entry entry) {
    boolean again =
        entries.stream()
            .anyMatch(each ->
                each.happened().equals(entry.happened())
                    && each.words().equals(entry.words())
                    && each.by().equals(entry.by()));
    if (again) {
      return this;
    }
    List<Entry> more = new ArrayList<>(entries);
    more.add(entry);
    return new Story(titles, words, more, outlook, origin, ties, campaigns);
  }

  Story expecting(Told<Outlook> next) {
    return outlook.filter(next::isSameAs).isPresent()
        ? this
        : new Story(titles, words, entries, Optional.of(next), origin, ties, campaigns);
  }

  Story of(Told<OriginFinding> next) {
    return next.isSameAs(origin)
        ? this
        : new Story(titles, words, entries, outlook, next, ties, campaigns);
  }

  Story tied(CaseId other, Tie tie) {
    SequencedMap<CaseId, Tie> next = new LinkedHashMap<>(ties);
    next.put(other, tie);
    return new Story(titles, words, entries, outlook, origin, next, campaigns);
  }

  Story untied(CaseId other) {
    SequencedMap<CaseId, Tie> next = new LinkedHashMap<>(ties);
    next.remove(other);
    return new Story(titles, words, entries, outlook, origin, next, campaigns);
  }

  Story in(String campaign) {
    SequencedSet<String> next = new LinkedHashSet<>(campaigns);
    next.add(campaign);
    return new Story(titles, words, entries, outlook, origin, ties, next);
  }

  Story notIn(String campaign) {
    SequencedSet<String> next = new LinkedHashSet<>(campaigns);
    next.remove(campaign);
    return new Story(titles, words, entries, outlook, origin, ties, next);
  }
}

package org.parley.duties.twin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Links;
import org.parley.duties.twin.Shelves.Link;

/// Gaps are kept as ranges: a peer that jumps to a huge number costs one entry, not one for each
/// number it left out.
record LinksInMemory(Shelves shelves, Session session) implements Links {

  @Override
  public Optional<Slip> lastSent(Realm realm, NodeId to) {
    session.reading();
    return last(shelves.sent, new Link(realm, to));
  }

  @Override
  public Optional<Slip> sent(Realm realm, NodeId to, long number) {
    session.reading();
    return Optional.ofNullable(shelves.sent.get(new Link(realm, to)))
        .map(numbers -> numbers.get(number))
        .map(digest -> new Slip(number, digest));
  }

  @Override
  public void sent(Realm realm, NodeId to, Slip slip) {
    session.writing();
    Link link = new Link(realm, to);
    long last = last(shelves.sent, link).map(Slip::number).orElse(0L);
    if (slip.number() <= last) {
      throw new IllegalStateException("slip " + slip.number() + " does not follow " + last);
    }
    session.put(numbers(shelves.sent, link), slip.number(), slip.digest());
  }

  @Override
  public Optional<Slip> received(Realm realm, NodeId from, long number) {
    session.reading();
    return Optional.ofNullable(shelves.received.get(new Link(realm, from)))
        .map(numbers -> numbers.get(number))
        .map(digest -> new Slip(number, digest));
  }

  @Override
  public void received(Realm realm, NodeId from, Slip slip) {
    session.writing();
    Link link = new Link(realm, from);
    Optional<Slip> before = received(realm, from, slip.number());
    if (before.isPresent()) {
      if (!before.get().equals(slip)) {
        throw new IllegalStateException("slip " + slip.number() + " is there with another digest");
      }
      return;
    }
    if (slip.number() < 1) {
      throw new IllegalStateException("slips are counted from 1");
    }
    long highest = last(shelves.received, link).map(Slip::number).orElse(0L);
    session.put(numbers(shelves.received, link), slip.number(), slip.digest());
    TreeMap<Long, Long> gaps = numbers(shelves.gaps, link);
    if (slip.number() - 1 > highest) {
      session.put(gaps, highest + 1, slip.number() - 1);
    } else if (slip.number() < highest) {
      close(gaps, slip.number());
    }
  }

  @Override
  public Optional<Slip> lastReceived(Realm realm, NodeId from) {
    session.reading();
    return last(shelves.received, new Link(realm, from));
  }

  private void close(TreeMap<Long, Long> gaps, long number) {
    Map.Entry<Long, Long> gap = gaps.floorEntry(number);
    session.remove(gaps, gap.getKey());
    if (gap.getKey() < number) {
      session.put(gaps, gap.getKey(), number - 1);
    }
    if (number < gap.getValue()) {
      session.put(gaps, number + 1, gap.getValue());
    }
  }

  @Override
  public List<Long> missing(Realm realm, NodeId from, int atMost) {
    session.reading();
    return shelves.gaps.getOrDefault(new Link(realm, from), new TreeMap<>()).entrySet().stream()
        .flatMapToLong(gap -> new Gap(gap.getKey(), gap.getValue()).asked())
        .limit(atMost)
        .boxed()
        .toList();
  }

  private static Optional<Slip> last(Map<Link, TreeMap<Long, Digest>> slips, Link link) {
    return Optional.ofNullable(slips.get(link))
        .map(TreeMap::lastEntry)
        .map(entry -> new Slip(entry.getKey(), entry.getValue()));
  }

  private <V> TreeMap<Long, V> numbers(Map<Link, TreeMap<Long, V>> links, Link link) {
    TreeMap<Long, V> there = links.get(link);
    if (there != null) {
      return there;
    }
    TreeMap<Long, V> made = new TreeMap<>();
    session.put(links, link, made);
    return made;
  }
}

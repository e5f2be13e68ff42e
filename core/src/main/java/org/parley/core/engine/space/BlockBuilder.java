package org.parley.core.engine.space;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.core.engine.block.Axis;
import org.parley.core.engine.block.Block;
import org.parley.core.engine.block.CodesBlock;
import org.parley.core.engine.block.Exchange;
import org.parley.core.engine.block.Facts;
import org.parley.core.engine.block.OptionBlock;
import org.parley.core.engine.block.SetBlock;
import org.parley.core.engine.block.ShareBlock;
import org.parley.core.engine.block.TimeBlock;
import org.parley.core.engine.formula.Atom;
import org.parley.core.engine.formula.Measure;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;

/// Cuts the facts that a scale asks for into blocks that are independent of each other, or says why
/// that cannot be done exactly.
final class BlockBuilder {

  private final Facts facts;
  private final Exchange exchange;
  private final List<String> reasons;
  private final Set<Atom> atoms;
  private final Map<Measure, List<Atom.Within>> tests = new LinkedHashMap<>();
  private final Set<FactKey> asked = new LinkedHashSet<>();

  BlockBuilder(Facts facts, Exchange exchange, Set<Atom> atoms, List<String> reasons) {
    this.facts = facts;
    this.exchange = exchange;
    this.atoms = atoms;
    this.reasons = reasons;
    for (Atom atom : atoms) {
      asked.addAll(atom.keys());
      if (atom instanceof Atom.Within within) {
        tests.computeIfAbsent(within.measure(), _ -> new ArrayList<>()).add(within);
      }
    }
  }

  List<Block> build() {
    Connections connections = new Connections();
    for (FactKey key : asked) {
      connections.add(key);
      tieByConstraints(key, connections);
    }
    for (Measure measure : tests.keySet()) {
      connections.tieAll(measure.keys());
    }
    List<Block> blocks = new ArrayList<>();
    for (List<FactKey> group : connections.groups()) {
      block(group).ifPresent(blocks::add);
    }
    return blocks;
  }

  /// Instants are tied to whatever the catalogue orders them with; numbers only to asked ones, as
  /// the others bound them from outside.
  private void tieByConstraints(FactKey key, Connections connections) {
    List<FactKey> bound = new ArrayList<>(facts.neverAbove(key));
    bound.addAll(facts.neverBelow(key));
    for (FactKey other : bound) {
      if (asked.contains(other)) {
        connections.tie(key, other);
      } else if (type(key) instanceof FactType.Instant && !connections.has(other)) {
        connections.tie(key, other);
        tieByConstraints(other, connections);
      } else if (type(key) instanceof FactType.Instant) {
        connections.tie(key, other);
      }
    }
  }

  private FactType type(FactKey key) {
    return facts.known(key).fact().type();
  }

  private Optional<Block> block(List<FactKey> group) {
    FactKey key = group.getFirst();
    return switch (type(key)) {
      case FactType.YesNo _, FactType.Ordered _, FactType.Choice _ ->
          Optional.of(new OptionBlock(facts.known(key)));
      case FactType.Options _ -> Optional.of(setBlock(key));
      case FactType.Share _ -> alone(group).map(_ -> shareBlock(key));
      case FactType.Codes _ -> codesBlock(key);
      case FactType.Instant _ -> timeBlock(group);
      case FactType.Count _, FactType.Quantity _, FactType.Money _, FactType.Duration _ ->
          new NumberBlockBuilder(facts, exchange, tests, reasons).build(group);
      case FactType.Group _, FactType.Text _ -> {
        reasons.add(key + " is a key or a text; no rule can rest on it");
        yield Optional.empty();
      }
    };
  }

  private Optional<FactKey> alone(List<FactKey> group) {
    if (group.size() > 1) {
      reasons.add(group + ": a share cannot be put into a ratio, a product or a span");
      return Optional.empty();
    }
    return Optional.of(group.getFirst());
  }

  private Axis axis(Measure measure) {
    return new Axis(
        measure, tests.getOrDefault(measure, List.of()), _ -> org.parley.core.terms.Exact.ONE);
  }

  private Block shareBlock(FactKey key) {
    return new ShareBlock(facts.known(key), axis(new Measure.OfFact(key)));
  }

  private Block setBlock(FactKey key) {
    List<Long> anyOf = new ArrayList<>();
    List<Long> allOf = new ArrayList<>();
    boolean applies = false;
    for (Atom atom : atoms) {
      switch (atom) {
        case Atom.HasAny(FactKey of, long mask) when of.equals(key) -> anyOf.add(mask);
        case Atom.HasAll(FactKey of, long mask) when of.equals(key) -> allOf.add(mask);
        case Atom.Applies(FactKey of) when of.equals(key) -> applies = true;
        case Atom.HasAny _, Atom.HasAll _, Atom.Applies _, Atom.Within _, Atom.Among _ -> {}
      }
    }
    return new SetBlock(facts.known(key), applies, anyOf, allOf);
  }

  private Optional<Block> codesBlock(FactKey key) {
    List<Measure.OfCodes> grouped =
        tests.keySet().stream()
            .filter(measure -> measure.keys().contains(key))
            .map(Measure.OfCodes.class::cast)
            .filter(measure -> !measure.members().isEmpty())
            .toList();
    if (grouped.size() > 1) {
      reasons.add(key + " is counted among more than one group of codes");
      return Optional.empty();
    }
    Set<String> group = grouped.isEmpty() ? Set.of() : grouped.getFirst().members();
    Measure all = new Measure.OfCodes(key, Set.of());
    Axis among = grouped.isEmpty() ? Axis.plain(all) : axis(grouped.getFirst());
    return Optional.of(new CodesBlock(facts.known(key), group, axis(all), among));
  }

  private Optional<Block> timeBlock(List<FactKey> group) {
    List<TimeBlock.Moment> moments = new ArrayList<>();
    List<TimeBlock.Span> spans = new ArrayList<>();
    List<TimeBlock.Order> orders = new ArrayList<>();
    for (FactKey key : group) {
      moments.add(
          new TimeBlock.Moment(
              facts.known(key), asked.contains(key), axis(new Measure.OfFact(key))));
      for (FactKey later : facts.neverBelow(key)) {
        orders.add(new TimeBlock.Order(group.indexOf(key), group.indexOf(later)));
      }
    }
    for (Measure measure : tests.keySet()) {
      if (measure instanceof Measure.OfSpan(FactKey from, FactKey to) && group.contains(from)) {
        spans.add(new TimeBlock.Span(group.indexOf(from), group.indexOf(to), axis(measure)));
      } else if (group.contains(measure.keys().getFirst())
          && !(measure instanceof Measure.OfFact)) {
        reasons.add(measure.keys() + ": instants can only be compared and put into spans");
        return Optional.empty();
      }
    }
    List<FactKey> keys = group.stream().filter(asked::contains).toList();
    return Optional.of(new TimeBlock(keys, moments, spans, orders));
  }
}

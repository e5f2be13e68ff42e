package org.parley.core.fact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What statements about the types of one list tell about the types of another, by a
/// correspondence.
///
/// A type is sure where the lines of the correspondence imply it, and out of the question where
/// they imply another that is out of the question. Of a type that is merely close, or that the
/// other list cannot say, nothing is known.
public final class TypeBridge {

  private final String correspondence;
  private final End from;
  private final End to;
  private final List<Implication> forth;
  private final List<Implication> back;
  private final long mute;

  /// One side of a bridge.
  ///
  /// @param list name of the list of types
  /// @param key the fact whose options are its types
  /// @param types the options, in order
  public record End(String list, FactKey key, List<String> types) {

    private long mask(List<String> some) {
      long mask = 0;
      for (String type : some) {
        mask |= 1L << types.indexOf(type);
      }
      return mask;
    }

    private long all() {
      return (1L << types.size()) - 1;
    }
  }

  /// Where a type of one list applies, one of several of the other does.
  ///
  /// @param type the place of the type
  /// @param oneOf the places of the others
  private record Implication(int type, long oneOf) {}

  private TypeBridge(
      String correspondence,
      End from,
      End to,
      List<Implication> forth,
      List<Implication> back,
      long mute) {
    this.correspondence = correspondence;
    this.from = from;
    this.to = to;
    this.forth = forth;
    this.back = back;
    this.mute = mute;
  }

  /// Both directions of a correspondence, whose types must be those of the two ends.
  public static List<TypeBridge> both(Correspondence correspondence, End from, End to) {
    List<Implication> forth = new ArrayList<>();
    List<Implication> back = new ArrayList<>();
    Set<String> linked = new HashSet<>();
    Set<String> reached = new HashSet<>();
    for (Correspondence.Line line : correspondence.lines()) {
      int type = from.types().indexOf(line.type());
      boolean implies =
          switch (line.relation()) {
            case EXACT, BROADER -> true;
            case CLOSE, NARROWER, NONE -> false;
          };
      boolean implied =
          switch (line.relation()) {
            case EXACT, NARROWER -> true;
            case CLOSE, BROADER, NONE -> false;
          };
      if (implies) {
        forth.add(new Implication(type, to.mask(line.to())));
      }
      for (String other : line.to()) {
        linked.add(line.type());
        reached.add(other);
        if (implied) {
          back.add(new Implication(to.types().indexOf(other), 1L << type));
        }
      }
    }
    String name = correspondence.from() + "--" + correspondence.to();
    return List.of(
        new TypeBridge(name, from, to, forth, back, from.all() & ~from.mask(List.copyOf(linked))),
        new TypeBridge(name, to, from, back, forth, to.all() & ~to.mask(List.copyOf(reached))));
  }

  /// The name of the correspondence, as of its file.
  public String correspondence() {
    return correspondence;
  }

  public End from() {
    return from;
  }

  public End to() {
    return to;
  }

  /// Who says what is derived: nobody; it follows from the other list.
  public Statement.Origin origin() {
    return Statement.Origin.from(
        "derived from " + from.list() + " by correspondence " + correspondence);
  }

  /// What one statement about the list `from` tells about the list `to`; empty where it tells
  /// nothing.
  public Optional<Stated> read(Stated stated) {
    return switch (stated) {
      case Stated.Exactly(Value.Options(long mask)) -> read(mask, mask);
      case Stated.SetBetween(long includes, long mayInclude) ->
          read(includes, includes | mayInclude);
      case Stated.OneOf(List<Value> values) -> {
        long sure = from.all();
        long possible = 0;
        for (Value value : values) {
          long mask = value instanceof Value.Options(long set) ? set : 0;
          sure &= mask;
          possible |= mask;
        }
        yield read(sure, possible);
      }
      case Stated.Exactly _,
          Stated.Between _,
          Stated.CodesBetween _,
          Stated.Unknown _,
          Stated.NotApplicable _ ->
          Optional.empty();
    };
  }

  /// @param must types that surely apply
  /// @param may types that may apply, with those that surely do
  private Optional<Stated> read(long must, long may) {
    if (may == 0) {
      return Optional.empty();
    }
    long sure = 0;
    for (Implication each : forth) {
      if ((must >> each.type() & 1) == 1 && Long.bitCount(each.oneOf()) == 1) {
        sure |= each.oneOf();
      }
    }
    long possible = to.all();
    if ((may & mute) == 0) {
      for (Implication each : back) {
        possible &= (each.oneOf() & may) == 0 ? ~(1L << each.type()) : -1L;
      }
    }
    possible |= sure;
    if (sure == 0 && possible == to.all()) {
      return Optional.empty();
    }
    long open = possible & ~sure;
    return Optional.of(
        open == 0
            ? new Stated.Exactly(new Value.Options(sure))
            : new Stated.SetBetween(sure, open));
  }
}

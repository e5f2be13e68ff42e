package org.parley.desk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.core.fact.Fact;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;
import org.parley.core.fact.TypeBridge;
import org.parley.core.fact.TypeList;
import org.parley.core.fact.Value;
import org.parley.core.incident.Revision;
import org.parley.formats.result.ResultLine;

/// What is known of the type of an incident in each list of types.
public final class TypesFound {

  /// The list that the program speaks by default stands first.
  private static final String REFERENCE = "rsit";

  private final Shelf shelf;
  private final List<TypeBridge.End> lists;
  private final List<TypeBridge> bridges;

  public TypesFound(Shelf shelf) {
    this.shelf = shelf;
    this.bridges = shelf.library().typeBridges();
    List<TypeBridge.End> ends = new ArrayList<>();
    for (String name : shelf.library().typeLists()) {
      TypeList list = shelf.library().typeList(name);
      shelf
          .library()
          .factOf(list)
          .map(key -> new TypeBridge.End(name, key, list.keys()))
          .ifPresent(end -> ends.add(name.equals(REFERENCE) ? 0 : ends.size(), end));
    }
    this.lists = List.copyOf(ends);
  }

  public List<ResultLine.Types> of(Revision revision) {
    Sheet sheet = revision.sheet();
    return lists.stream().map(list -> of(sheet, revision, list)).toList();
  }

  private ResultLine.Types of(Sheet sheet, Revision revision, TypeBridge.End list) {
    Fact fact = shelf.library().catalogue().find(list.key().fact()).orElseThrow();
    long sure = -1;
    long perhaps = 0;
    for (Stated stated : sheet.possible(list.key(), fact)) {
      long includes = includes(stated);
      sure &= includes;
      perhaps |= includes | mayInclude(stated);
    }
    List<String> names = list.types();
    long all = (1L << names.size()) - 1;
    perhaps &= all;
    boolean open = perhaps == all;
    return new ResultLine.Types(
        list.list(),
        named(names, sure),
        open ? List.of() : named(names, perhaps & ~sure),
        open,
        derived(revision, list));
  }

  /// What the types of a list were derived from, if they were not stated.
  private Optional<ResultLine.Derived> derived(Revision revision, TypeBridge.End list) {
    return bridges.stream()
        .filter(bridge -> bridge.to().list().equals(list.list()))
        .filter(bridge ->
            revision.statements().stream()
                .anyMatch(statement ->
                    statement.key().equals(list.key())
                        && statement.origin().equals(bridge.origin())))
        .map(bridge -> new ResultLine.Derived(bridge.from().list(), bridge.correspondence()))
        .findFirst();
  }

  private static long includes(Stated stated) {
    return switch (stated) {
      case Stated.Exactly(Value.Options(long mask)) -> mask;
      case Stated.SetBetween(long includes, _) -> includes;
      case Stated.Exactly _,
          Stated.Between _,
          Stated.OneOf _,
          Stated.CodesBetween _,
          Stated.Unknown _,
          Stated.NotApplicable _ ->
          0;
    };
  }

  private static long mayInclude(Stated stated) {
    return switch (stated) {
      case Stated.SetBetween(_, long mayInclude) -> mayInclude;
      case Stated.Unknown _ -> -1;
      case Stated.OneOf(var values) -> {
        long any = 0;
        for (Value value : values) {
          any |= value instanceof Value.Options(long mask) ? mask : 0;
        }
        yield any;
      }
      case Stated.Exactly _, Stated.Between _, Stated.CodesBetween _, Stated.NotApplicable _ -> 0;
    };
  }

  private static List<String> named(List<String> names, long mask) {
    List<String> found = new ArrayList<>();
    for (int place = 0; place < names.size(); place++) {
      if ((mask >> place & 1) == 1) {
        found.add(names.get(place));
      }
    }
    return found;
  }

  /// Types that surely apply, each with its class before it, for looking up plans.
  public Set<String> sure(Revision revision) {
    Set<String> keys = new LinkedHashSet<>();
    TypeList list = shelf.library().typeList(REFERENCE);
    for (String type : of(revision).getFirst().sure()) {
      list.classOf(type).ifPresent(keys::add);
      keys.add(type);
    }
    return keys;
  }

  /// The names of the types in the reference list that surely apply, in the reader's language.
  public List<String> names(Revision revision) {
    return of(revision).getFirst().sure().stream().map(this::label).toList();
  }

  /// The same names, of types by list as they stand in a result.
  public List<String> names(Map<String, List<String>> sureByList) {
    return sureByList.getOrDefault(REFERENCE, List.of()).stream().map(this::label).toList();
  }

  private String label(String type) {
    return shelf.factLabels().of("types." + type);
  }

  /// One row a list: its name, and the types that apply or may apply.
  public List<List<String>> rows(Revision revision) {
    List<List<String>> rows = new ArrayList<>();
    for (ResultLine.Types types : of(revision)) {
      if (!types.sure().isEmpty() || !types.open()) {
        rows.add(List.of(shelf.words().say("heading.types"), types.list(), text(types)));
      }
    }
    return rows.isEmpty()
        ? List.of(List.of(shelf.words().say("heading.types"), shelf.words().say("value.unknown")))
        : rows;
  }

  private String text(ResultLine.Types types) {
    return types
        .derived()
        .map(from ->
            shelf.words().say("types.derived", stated(types), from.list(), from.correspondence()))
        .orElseGet(() -> stated(types));
  }

  private String stated(ResultLine.Types types) {
    String sure = String.join(", ", types.sure().stream().map(this::label).toList());
    String perhaps = String.join(", ", types.perhaps().stream().map(this::label).toList());
    if (types.open()) {
      return shelf.words().say("value.perhaps-also", sure, shelf.words().say("value.anything"));
    }
    if (perhaps.isEmpty()) {
      return sure.isEmpty() ? shelf.words().say("value.none") : sure;
    }
    return sure.isEmpty()
        ? shelf.words().say("value.one-of", perhaps)
        : shelf.words().say("value.perhaps-also", sure, perhaps);
  }
}

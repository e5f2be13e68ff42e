package org.parley.cli.desk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;
import org.parley.core.fact.TypeList;
import org.parley.core.fact.Value;
import org.parley.formats.result.ResultLine;

/// What is known of the type of an incident in each list of types.
public final class TypesFound {

  private static final FactKey REFERENCE = FactKey.of("incidentTypes");
  private static final FactKey SPAIN = FactKey.of("es/incidentTypes");

  private final Shelf shelf;

  public TypesFound(Shelf shelf) {
    this.shelf = shelf;
  }

  public List<ResultLine.Types> of(Sheet sheet) {
    return List.of(of(sheet, "rsit", REFERENCE), of(sheet, "es-rd-43-2021", SPAIN));
  }

  private ResultLine.Types of(Sheet sheet, String list, FactKey key) {
    Fact fact = shelf.library().catalogue().find(key.fact()).orElseThrow();
    long sure = -1;
    long perhaps = 0;
    for (Stated stated : sheet.possible(key, fact)) {
      long includes = includes(stated);
      sure &= includes;
      perhaps |= includes | mayInclude(stated);
    }
    List<String> names = fact.type().optionNames();
    long all = (1L << names.size()) - 1;
    perhaps &= all;
    boolean open = perhaps == all;
    return new ResultLine.Types(
        list, named(names, sure), open ? List.of() : named(names, perhaps & ~sure), open);
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
  public Set<String> sure(Sheet sheet) {
    Set<String> keys = new LinkedHashSet<>();
    TypeList list = shelf.library().typeList("rsit");
    for (String type : of(sheet).getFirst().sure()) {
      list.classOf(type).ifPresent(keys::add);
      keys.add(type);
    }
    return keys;
  }

  /// The names of the types in the reference list that surely apply, in the reader's language.
  public List<String> names(Sheet sheet) {
    return of(sheet).getFirst().sure().stream().map(this::label).toList();
  }

  private String label(String type) {
    return shelf.factLabels().of("types." + type);
  }

  /// One row a list: its name, and the types that apply or may apply.
  public List<List<String>> rows(Sheet sheet) {
    List<List<String>> rows = new ArrayList<>();
    for (ResultLine.Types types : of(sheet)) {
      if (!types.sure().isEmpty() || !types.open()) {
        rows.add(List.of(shelf.words().say("heading.types"), types.list(), text(types)));
      }
    }
    return rows.isEmpty()
        ? List.of(List.of(shelf.words().say("heading.types"), shelf.words().say("value.unknown")))
        : rows;
  }

  private String text(ResultLine.Types types) {
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

package org.parley.core.response;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.parley.core.scale.Source;
import org.parley.core.terms.Citation;
import org.parley.core.terms.ScaleId;

/// What a State does at each level of a scale and for each type of incident.
///
/// @param name its key, and the name of its file
/// @param scale the scale whose levels it speaks about
/// @param parts the roles and measures it names, by key, and its sources
/// @param levels what each level asks for, by the level's name; a level that is left out asks for
///   nothing
/// @param types what a type or a class of types asks for on top
public record ResponsePlan(
    String name,
    String edition,
    ScaleId scale,
    Parts parts,
    Map<String, Entry> levels,
    Map<String, Entry> types) {

  /// What a plan speaks with.
  public record Parts(
      SequencedMap<String, String> roles,
      SequencedMap<String, String> measures,
      Map<String, Source> sources) {}

  /// What one level or type asks for.
  public record Entry(List<Call> calls, List<String> measures, List<Due> dues) {
    public static final Entry NOTHING = new Entry(List.of(), List.of(), List.of());
  }

  /// Who is called, by role.
  ///
  /// @param within from the moment the level is known; at once where no time is set
  public record Call(String role, Optional<Within> within, Optional<Citation> cite) {}

  /// What must be sent.
  ///
  /// @param from `awareness`, `occurrence`, `classification`, or the key of an earlier report
  /// @param regime the rules that ask for it
  public record Due(
      String report,
      Within within,
      String from,
      Optional<String> regime,
      Optional<Citation> cite) {}

  /// What a level and the types of an incident ask for together: a role named twice is called once,
  /// within the shorter time; a measure named twice is done once.
  public Entry together(String level, Iterable<String> typesAndClasses) {
    SequencedMap<String, Call> calls = new LinkedHashMap<>();
    Set<String> measures = new LinkedHashSet<>();
    List<Due> dues = new ArrayList<>();
    Entry byLevel = levels.getOrDefault(level, Entry.NOTHING);
    add(byLevel, calls, measures);
    dues.addAll(byLevel.dues());
    for (String type : typesAndClasses) {
      add(types.getOrDefault(type, Entry.NOTHING), calls, measures);
    }
    return new Entry(List.copyOf(calls.values()), List.copyOf(measures), dues);
  }

  private static void add(Entry entry, Map<String, Call> calls, Set<String> measures) {
    entry.calls().forEach(call -> calls.merge(call.role(), call, ResponsePlan::sooner));
    measures.addAll(entry.measures());
  }

  private static Call sooner(Call one, Call other) {
    Within first = one.within().orElse(Within.AT_ONCE);
    return first.compareTo(other.within().orElse(Within.AT_ONCE)) <= 0 ? one : other;
  }
}

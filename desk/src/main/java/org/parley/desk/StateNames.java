package org.parley.desk;

import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.parley.core.directory.OfficeId;
import org.parley.core.directory.states.StateEntry;
import org.parley.core.directory.states.States;
import org.parley.core.terms.Party;
import org.parley.desk.voice.Labels;
import org.parley.desk.voice.Words;

/// What States are called in one language, and their order in it.
public final class StateNames {

  private final States states;
  private final Words words;
  private final Labels labels;

  StateNames(States states, Words words, Labels labels) {
    this.states = states;
    this.words = words;
    this.labels = labels;
  }

  public States states() {
    return states;
  }

  /// The short name; a fictitious State is marked as such, an unknown code and an institution stay
  /// what they are.
  public String of(Party party) {
    String name = bare(party);
    return States.isFictitious(party) ? words.say("state.fictitious", name) : name;
  }

  /// The short name without any mark: where the page says already what is made up.
  public String bare(Party party) {
    return labels.find("states." + party + ".short").orElse(party.code());
  }

  /// The short name with the code beside it, as pages tell a party: `Alder (XA)`. A code without a
  /// name, and an institution, stay what they are.
  public String coded(Party party) {
    String name = bare(party);
    return name.equals(party.code()) ? name : name + " (" + party.code() + ")";
  }

  /// An office and whose it is: `Alder (XA) · Policy point of contact`; an institution's
  /// secretariat by its name.
  public String office(OfficeId office) {
    String kind = words.say("page.office." + office.kind().word());
    return office.party().code().equals(office.kind().word())
        ? kind
        : coded(office.party()) + " · " + kind;
  }

  /// The name in full, as in a note.
  public String full(Party party) {
    return labels.find("states." + party + ".full").orElseGet(() -> of(party));
  }

  /// In the alphabetical order of the language: the one order that favours nobody.
  public List<Party> inOrder(Collection<Party> parties) {
    Collator collator = Collator.getInstance(Locale.forLanguageTag(words.language()));
    return parties.stream()
        .distinct()
        .sorted(Comparator.comparing(this::bare, collator).thenComparing(Party::code))
        .toList();
  }

  /// Every State's code with its name, in order: what fields suggest.
  public SequencedMap<String, String> suggested() {
    SequencedMap<String, String> names = new LinkedHashMap<>();
    all(EnumSet.allOf(StateEntry.Standing.class))
        .forEach(state -> names.put(state.code(), bare(state)));
    return names;
  }

  /// All States that stand so to the OSCE, in order.
  public List<Party> all(Collection<StateEntry.Standing> standings) {
    return inOrder(
        states.list().stream()
            .filter(each -> standings.contains(each.standing()))
            .map(StateEntry::code)
            .toList());
  }

  /// The State that a text names: by its code, a name in this language or English, or an alias.
  public Optional<Party> find(String text) {
    String asked = folded(text);
    return Optional.ofNullable(byName().get(asked));
  }

  private Map<String, Party> byName() {
    Map<String, Party> names = new HashMap<>();
    for (StateEntry state : states.list()) {
      state.aliases().forEach(alias -> names.put(folded(alias.name()), state.code()));
    }
    for (StateEntry state : states.list()) {
      for (Map<String, String> texts : List.of(labels.otherwise(), labels.texts())) {
        for (String form : List.of("short", "full")) {
          Optional.ofNullable(texts.get("states." + state.code() + "." + form))
              .ifPresent(name -> names.put(folded(name), state.code()));
        }
      }
      names.put(folded(state.code().code()), state.code());
    }
    return names;
  }

  private static String folded(String text) {
    return text.strip().replace('\'', '’').toLowerCase(Locale.ROOT);
  }
}

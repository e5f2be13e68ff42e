package org.parley.formats.parley.network;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.core.directory.states.StateEntry;
import org.parley.core.directory.states.States;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Party;
import org.parley.formats.parley.Citations;
import org.parley.formats.parley.Scalars;
import org.parley.formats.parley.Verdict;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;

/// Reads the States: handbook/measures.md.
public final class StatesReader {

  private static final Map<String, StateEntry.Standing> STANDINGS = standings();

  private final Issues issues = new Issues();
  private final Scalars scalars = new Scalars(issues);
  private final Map<Party, List<StateEntry.Alias>> aliases = new HashMap<>();
  private final Set<Party> seen = new LinkedHashSet<>();

  private StatesReader() {}

  public static Checked<States> read(Tree tree) {
    StatesReader reader = new StatesReader();
    return Verdict.of(reader.states(tree), reader.issues);
  }

  private Optional<States> states(Tree tree) {
    Fields file = Fields.of(tree, "the States", issues);
    Optional<String> edition = file.needText("states").map(Tree.Text::text);
    Citations.read(file);
    for (Tree item : file.needList("aliases").orElse(List.of())) {
      alias(item);
    }
    List<StateEntry> list = new ArrayList<>();
    for (Tree item : file.needList("list").orElse(List.of())) {
      state(item).ifPresent(list::add);
    }
    file.end();
    aliases.keySet().stream()
        .filter(code -> !seen.contains(code))
        .forEach(code ->
            issues.add(
                IssueCode.UNKNOWN_NAME,
                file.place(),
                "an alias is of %s, no State".formatted(code)));
    return edition.map(name -> new States(name, list));
  }

  private void alias(Tree item) {
    Fields fields = Fields.of(item, "the alias", issues);
    Optional<Party> code = fields.needText("state").flatMap(this::code);
    Optional<String> name = fields.needText("name").map(Tree.Text::text);
    Optional<LocalDate> until = fields.text("until").flatMap(scalars::date);
    fields.end();
    if (code.isPresent() && name.isPresent()) {
      aliases
          .computeIfAbsent(code.get(), _ -> new ArrayList<>())
          .add(new StateEntry.Alias(name.get(), until));
    }
  }

  private Optional<StateEntry> state(Tree item) {
    Fields fields = Fields.of(item, "the State", issues);
    Optional<Tree.Text> written = fields.needText("state");
    Optional<Party> code = written.flatMap(this::code);
    Optional<StateEntry.Standing> standing =
        fields.needText("standing").flatMap(text -> scalars.word(text, "standing", STANDINGS));
    List<String> languages = new ArrayList<>();
    for (Tree each : fields.needList("languages").orElse(List.of())) {
      Fields.text(each, "the language", issues)
          .filter(scalars::isKey)
          .ifPresent(text -> languages.add(text.text()));
    }
    Optional<ZoneId> zone = fields.needText("zone").flatMap(this::zone);
    fields.end();
    code.filter(each -> !seen.add(each))
        .ifPresent(each ->
            issues.add(
                IssueCode.DUPLICATE_KEY, fields.place(), each + " stands twice in the list"));
    if (code.isEmpty() || standing.isEmpty() || zone.isEmpty()) {
      return Optional.empty();
    }
    boolean madeUp = standing.get() == StateEntry.Standing.FICTITIOUS;
    if (madeUp != States.isFictitious(code.get())) {
      issues.add(
          IssueCode.WRONG_SHAPE,
          fields.place(),
          "the codes XA to XZ are those of fictitious States, and of no other");
    }
    return Optional.of(
        new StateEntry(
            code.get(),
            standing.get(),
            languages,
            zone.get(),
            aliases.getOrDefault(code.get(), List.of())));
  }

  private Optional<Party> code(Tree.Text text) {
    Optional<Party> code = Party.parse(text.text()).filter(Party::isState);
    if (code.isEmpty()) {
      issues.add(
          IssueCode.WRONG_TYPE,
          text.place(),
          Scalars.quoted(text.text()) + " is no two-letter code of a State");
    }
    return code;
  }

  private Optional<ZoneId> zone(Tree.Text text) {
    try {
      return Optional.of(ZoneId.of(text.text()));
    } catch (DateTimeException unknown) {
      issues.add(
          IssueCode.WRONG_TYPE, text.place(), Scalars.quoted(text.text()) + " is no time zone");
      return Optional.empty();
    }
  }

  private static Map<String, StateEntry.Standing> standings() {
    Map<String, StateEntry.Standing> words = new LinkedHashMap<>();
    for (StateEntry.Standing standing : StateEntry.Standing.values()) {
      words.put(standing.word(), standing);
    }
    return words;
  }
}

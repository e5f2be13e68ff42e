package org.parley.formats.parley.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.parley.core.handling.GradeAgreement;
import org.parley.core.handling.GradeRank;
import org.parley.core.handling.GradeScheme;
import org.parley.core.handling.GradeTable;
import org.parley.core.handling.Marking;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Certainty;
import org.parley.core.terms.Party;
import org.parley.formats.parley.Citations;
import org.parley.formats.parley.Scalars;
import org.parley.formats.parley.Verdict;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;

/// Reads the secrecy grades of States and the agreements on them: handbook/markings.md.
public final class GradesReader {

  private final Issues issues = new Issues();
  private final Scalars scalars = new Scalars(issues);
  private final Map<Party, GradeScheme> schemes = new TreeMap<>();

  private GradesReader() {}

  public static Checked<GradeTable> read(Tree tree) {
    GradesReader reader = new GradesReader();
    return Verdict.of(reader.table(tree), reader.issues);
  }

  private Optional<GradeTable> table(Tree tree) {
    Fields file = Fields.of(tree, "the secrecy grades", issues);
    Optional<String> edition = file.needText("grades").map(Tree.Text::text);
    Citations.read(file);
    file.needList("list").orElse(List.of()).forEach(this::scheme);
    List<GradeAgreement> agreements = new ArrayList<>();
    for (Tree item : file.needList("agreements").orElse(List.of())) {
      agreement(item).ifPresent(agreements::add);
    }
    file.end();
    Set<String> keys = new HashSet<>();
    agreements.stream()
        .map(GradeAgreement::key)
        .filter(key -> !keys.add(key))
        .forEach(key -> issues.add(IssueCode.DUPLICATE_KEY, file.place(), key + " stands twice"));
    agreements.sort(Comparator.comparing(GradeAgreement::key));
    return edition.map(name -> new GradeTable(name, List.copyOf(schemes.values()), agreements));
  }

  private void scheme(Tree item) {
    Fields fields = Fields.of(item, "the State's grades", issues);
    Optional<Party> state = fields.needText("state").flatMap(this::state);
    Optional<Certainty> sure = fields.needText("sure").flatMap(scalars::certainty);
    Map<GradeRank, List<String>> words = new EnumMap<>(GradeRank.class);
    Set<String> seen = new HashSet<>();
    for (GradeRank rank : GradeRank.values()) {
      List<String> each = words(fields, rank);
      if (!each.isEmpty()) {
        words.put(rank, each);
      }
      each.stream()
          .filter(grade -> !seen.add(grade))
          .forEach(grade ->
              issues.add(
                  IssueCode.DUPLICATE_KEY,
                  fields.place(),
                  "\"%s\" has two ranks in one State".formatted(grade)));
    }
    fields.end();
    if (state.isEmpty() || sure.isEmpty()) {
      return;
    }
    if (schemes.put(state.get(), new GradeScheme(state.get(), words, sure.get())) != null) {
      issues.add(
          IssueCode.DUPLICATE_KEY, fields.place(), state.get() + " stands twice in the list");
    }
  }

  private List<String> words(Fields fields, GradeRank rank) {
    List<String> words = new ArrayList<>();
    for (Tree each : fields.list(rank.word()).orElse(List.of())) {
      Fields.text(each, "the grade", issues)
          .ifPresent(text -> {
            if (text.text().isBlank() || text.text().length() > Marking.LONGEST) {
              issues.add(
                  IssueCode.WRONG_SHAPE, text.place(), "a secrecy grade has 1 to 200 characters");
            } else {
              words.add(text.text());
            }
          });
    }
    return words;
  }

  private Optional<GradeAgreement> agreement(Tree item) {
    Fields fields = Fields.of(item, "the agreement", issues);
    Optional<Tree.Text> key = fields.needText("agreement").filter(scalars::isKey);
    Optional<Tree.Text> title = fields.needText("title");
    TreeSet<Party> parties = new TreeSet<>();
    for (Tree each : fields.needList("parties").orElse(List.of())) {
      Fields.text(each, "the party", issues).ifPresent(text -> party(text, parties));
    }
    Optional<LocalDate> from = fields.needText("from").flatMap(scalars::date);
    Optional<LocalDate> until = fields.text("until").flatMap(scalars::date);
    Optional<Certainty> sure = fields.needText("sure").flatMap(scalars::certainty);
    fields.end();
    if (key.isEmpty() || title.isEmpty() || from.isEmpty() || sure.isEmpty()) {
      return Optional.empty();
    }
    if (until.isPresent() && until.get().isBefore(from.get())) {
      issues.add(IssueCode.WRONG_SHAPE, fields.place(), "the agreement ends before it begins");
    }
    return Optional.of(
        new GradeAgreement(
            key.get().text(), title.get().text(), parties, from.get(), until, sure.get()));
  }

  private void party(Tree.Text text, Set<Party> parties) {
    Optional<Party> party = state(text);
    if (party.isPresent() && !schemes.containsKey(party.get())) {
      issues.add(
          IssueCode.UNKNOWN_NAME,
          text.place(),
          "the grades of %s are not in the list".formatted(party.get()));
    }
    party.ifPresent(parties::add);
  }

  private Optional<Party> state(Tree.Text text) {
    Optional<Party> state = Party.parse(text.text()).filter(Party::isState);
    if (state.isEmpty()) {
      issues.add(
          IssueCode.WRONG_TYPE,
          text.place(),
          Scalars.quoted(text.text()) + " is no two-letter code of a State");
    }
    return state;
  }
}

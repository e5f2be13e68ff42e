package org.parley.node.incidents;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.parley.core.casefile.deed.Stating;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Statement;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Pap;
import org.parley.core.handling.SecrecyGrade;
import org.parley.core.handling.Tlp;
import org.parley.core.issue.Issue;
import org.parley.core.terms.Party;
import org.parley.desk.calculator.Answers;
import org.parley.desk.calculator.FormAnswers;
import org.parley.node.incidents.page.Given;
import org.parley.node.web.Problem;
import org.parley.node.web.Visit;
import org.springframework.util.MultiValueMap;

/// The fields of one form, read; what cannot be taken is told beside its field.
public final class FormFields {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  /// No answer is longer, in UTF-16 units.
  private static final int LONGEST_ANSWER = 900;

  private final Visit visit;
  private final Map<String, List<String>> fields;
  private final Set<Problem> problems = new LinkedHashSet<>();

  public FormFields(Visit visit, MultiValueMap<String, String> parameters) {
    this.visit = visit;
    this.fields = new HashMap<>();
    parameters.forEach((name, values) -> fields.put(name, List.copyOf(values)));
  }

  public Map<String, List<String>> all() {
    return fields;
  }

  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /// Whether all moments and markings of the form can be taken; asked before anything is done.
  public boolean canBeTaken() {
    for (String name : fields.keySet()) {
      if (name.endsWith(".zone")) {
        moment(name.substring(0, name.length() - ".zone".length()));
      } else if (name.endsWith("grade")) {
        marking(name.substring(0, name.length() - "grade".length()));
      }
    }
    return problems.isEmpty();
  }

  /// Tells that something in a field cannot be taken.
  public void wrong(String field, String key) {
    problems.add(new Problem(field, visit.words().say(key), ""));
  }

  /// What was typed, line ends as Unix has them; empty where nothing was.
  public String text(String name) {
    List<String> values = fields.getOrDefault(name, List.of());
    return values.isEmpty()
        ? ""
        : values.getFirst().replace("\r\n", "\n").replace('\r', '\n').strip();
  }

  public Optional<String> maybe(String name) {
    return Optional.of(text(name)).filter(text -> !text.isEmpty());
  }

  public int number(String name) {
    String text = text(name);
    return text.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(text) : 0;
  }

  public boolean isTicked(String name) {
    return fields.containsKey(name);
  }

  /// A moment as the page's forms take it: `2026-11-22 04:05` or with a `T`, in the zone that the
  /// form says; what has a zone of its own is taken with it.
  public Optional<Instant> moment(String name) {
    String text = text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")) {
        return Optional.of(Instant.parse(text));
      }
      ZoneId zone = text(name + ".zone").equals("UTC") ? ZoneOffset.UTC : visit.zone();
      String plain = text.replace('T', ' ').replaceAll("(:\\d\\d):\\d\\d$", "$1");
      return Optional.of(LocalDateTime.parse(plain, MINUTE).atZone(zone).toInstant());
    } catch (DateTimeException wrong) {
      problems.add(new Problem(name, visit.words().say("page.wrong.moment"), ""));
      return Optional.empty();
    }
  }

  /// A marking: TLP, PAP, and a secrecy grade with its State, word for word.
  public Marking marking(String prefix) {
    Tlp tlp = Tlp.parse(text(prefix + "tlp")).orElse(Tlp.RED);
    Optional<Pap> pap = maybe(prefix + "pap").map(word -> Pap.parse(word).orElse(Pap.RED));
    TreeSet<SecrecyGrade> grades = new TreeSet<>();
    maybe(prefix + "grade")
        .ifPresent(words -> {
          Optional<Party> state = Party.parse(text(prefix + "state")).filter(Party::isState);
          if (state.isPresent() && words.length() <= Marking.LONGEST) {
            grades.add(new SecrecyGrade(state.get(), words));
          } else {
            problems.add(new Problem(prefix + "grade", visit.words().say("page.wrong.grade"), ""));
          }
        });
    return new Marking(tlp, pap, grades, new TreeSet<>());
  }

  /// What the form answers; an answer longer than any can be is told and left out.
  private Answers answers(Room room) {
    Map<String, List<String>> fit = new LinkedHashMap<>();
    fields.forEach((name, values) -> {
      if (values.stream().mapToInt(String::length).sum() <= LONGEST_ANSWER) {
        fit.put(name, values);
      } else if (name.startsWith("f.")) {
        wrong("f-" + name.substring(2).replaceAll("[^A-Za-z0-9]", "-"), "page.wrong.too-long");
      }
    });
    return new FormAnswers(room.facts(), visit.words().say("number.decimal"))
        .read(Answers.none(), fit);
  }

  /// The answers again, each beside what is wrong with it.
  Given given(Room room) {
    Answers answers = answers(room);
    Map<String, Issue> wrong = new HashMap<>();
    for (Issue issue : answers.take(room.facts()).issues()) {
      if (issue.isError()) {
        wrong.putIfAbsent(issue.place().document(), issue);
      }
    }
    return new Given(answers, wrong);
  }

  /// The answers of the form as statements with where they come from.
  Stating stating(Room room) {
    Answers.Taken taken = answers(room).take(room.facts());
    for (Issue issue : taken.issues()) {
      if (issue.isError()) {
        problems.add(
            Problem.of(
                visit.words(),
                "f-" + issue.place().document().replaceAll("[^A-Za-z0-9]", "-"),
                issue));
      }
    }
    Statement.Origin origin =
        new Statement.Origin(
            maybe("source"),
            moment("asOf").map(Instant::toString),
            Optional.empty(),
            maybe("confidence"),
            List.of());
    List<Statement> statements = new ArrayList<>();
    taken
        .statements()
        .forEach(each -> statements.add(new Statement(each.key(), each.stated(), origin)));
    Map<FactKey, Marking> markings = new LinkedHashMap<>();
    if (maybe("fact-tlp").isPresent()) {
      Marking marking = marking("fact-");
      statements.forEach(each -> markings.put(each.key(), marking));
    }
    Optional<Boolean> nothingElse = isTicked("nothing-else") ? Optional.of(true) : Optional.empty();
    return new Stating(statements, markings, Optional.empty(), nothingElse);
  }
}

package org.parley.node.incidents.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.parley.core.casefile.Casefile;
import org.parley.core.casefile.Said;
import org.parley.core.casefile.Stage;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.SeriesNumber;
import org.parley.core.fact.FactKey;
import org.parley.core.handling.Marking;
import org.parley.core.incident.Revision;
import org.parley.core.outcome.Classification;
import org.parley.core.outcome.OpenQuestion;
import org.parley.core.outcome.Outcome;
import org.parley.core.people.Action;
import org.parley.core.people.Actor;
import org.parley.core.people.Permissions;
import org.parley.core.people.Relation;
import org.parley.desk.calculator.Field;
import org.parley.desk.calculator.Result;
import org.parley.desk.html.HtmlPage;
import org.parley.desk.voice.ClassificationText;
import org.parley.desk.voice.Paint;
import org.parley.duties.casefile.OwnScale;
import org.parley.duties.port.Cases;
import org.parley.node.web.Visit;

/// One case as its page shows it: everything comes out of what this reader may see.
public final class CasePage {

  private final Visit visit;
  private final SeenCase seen;
  private final SequencedMap<CaseId, Cases.Line> tied;
  private final Setting setting;
  private final Speech speech;
  private final Optional<Classification> classification;
  private final Given given;

  /// What the page stands in.
  ///
  /// @param offices all offices of the node
  /// @param chosen the scales that each person reads incidents on beside the own one
  public record Setting(
      OwnScale scale,
      Permissions permissions,
      Actor actor,
      Set<OfficeId> offices,
      ChosenScales chosen) {}

  public CasePage(
      Visit visit,
      SeenCase seen,
      SequencedMap<CaseId, Cases.Line> tied,
      Setting setting,
      Given given) {
    this.visit = visit;
    this.given = given;
    this.seen = seen;
    this.tied = tied;
    this.setting = setting;
    Revision revision = latest().orElseGet(CasePage::empty);
    this.speech = Speech.of(visit.shelf(), setting.scale().edition(revision));
    this.classification =
        latest().map(each -> setting.scale().classifier(each).classify(each.sheet()));
  }

  private static Revision empty() {
    return new Revision(
        1, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());
  }

  private Optional<Revision> latest() {
    return seen.what().facts().latest();
  }

  public Casefile what() {
    return seen.what();
  }

  public Speech speech() {
    return speech;
  }

  public int withheld() {
    return seen.withheld();
  }

  public boolean isOwn() {
    return seen.relation() == Relation.OWN;
  }

  public boolean isOffice() {
    return seen.relation() == Relation.OFFICE;
  }

  public boolean isPointer() {
    return seen.what().pointer().isPresent();
  }

  public String path() {
    return "/incidents/" + seen.what().id();
  }

  public String path(String deed) {
    return path() + "/" + deed;
  }

  /// Whether this reader may do such a thing with this case at all.
  public boolean may(Action action) {
    return setting.permissions().allow(setting.actor(), action, seen.relation());
  }

  public boolean isStage(Stage... stages) {
    return Set.of(stages).contains(seen.what().stage());
  }

  public boolean isOpen() {
    return seen.what().stage().isOpen();
  }

  /// Whether facts can be stated here and now by this reader.
  public boolean canState() {
    return isOpen()
        && !isPointer()
        && (isOwn() ? may(Action.ADD_TO_REPORT) : may(Action.STATE_FACTS));
  }

  public String types() {
    String names = latest().map(each -> speech.types(setting.scale().sure(each))).orElse("");
    return names.isEmpty() ? speech.words().say("value.unknown") : names;
  }

  /// What the own scale says of the newest revision, with its reasons.
  public Optional<Classification> classification() {
    return classification;
  }

  public Optional<LevelView> level() {
    return classification.map(each -> LevelView.of(speech.voice(), each.outcome().possible()));
  }

  /// How settled the level is, in words.
  public String state() {
    return classification
        .map(each -> new ClassificationText(speech.voice(), each).state())
        .orElse("");
  }

  /// The level in words, without dots.
  public String grades() {
    return classification
        .map(each -> new ClassificationText(speech.voice(), each).level(Paint.PLAIN))
        .orElse("");
  }

  /// The reasons with their articles, what is open and what single fact would change it, as HTML.
  public String account() {
    HtmlPage page = new HtmlPage(3);
    latest()
        .ifPresent(revision ->
            new ClassificationText(speech.voice(), classification.orElseThrow())
                .account(page, setting.scale().classifier(revision).flips(revision.sheet()), true));
    return page.html();
  }

  /// The question that decides next, as its fields; none where nothing is open.
  public List<Field> question() {
    return questions().isEmpty() ? List.of() : fields(questions().getFirst().keys());
  }

  /// What asks for the type of the incident.
  public List<Field> typeFields() {
    return fields(List.of(setting.scale().typeFact()));
  }

  /// All facts that are open and bear on the level.
  public List<Field> openFields() {
    Set<FactKey> keys = new LinkedHashSet<>();
    questions().forEach(question -> keys.addAll(question.keys()));
    return fields(List.copyOf(keys));
  }

  private List<OpenQuestion> questions() {
    return classification
        .filter(each -> each.outcome() instanceof Outcome.Bounded)
        .map(each -> ((Outcome.Bounded) each.outcome()).questions())
        .orElse(List.of());
  }

  public List<Field> fields(List<FactKey> keys) {
    return keys.stream().map(key -> given.field(key, speech.values(key))).toList();
  }

  /// What the scales say that this reader has chosen beside the own one.
  public OtherScales others() {
    return latest()
        .map(each ->
            OtherScales.of(
                visit.shelf(),
                setting.chosen().classifiers(),
                setting.chosen().of(setting.actor().account()),
                each))
        .orElse(OtherScales.NONE);
  }

  /// What decides next on the own scale and the chosen ones together.
  public List<Field> deciding(OtherScales others, int most) {
    Set<FactKey> keys = new LinkedHashSet<>();
    questions().stream().limit(1).forEach(question -> keys.addAll(question.keys()));
    keys.addAll(others.deciding(most));
    return fields(keys.stream().limit(most).toList());
  }

  /// What decides next on one scale, in words; empty where nothing is open.
  public String next(Result result) {
    return names(OtherScales.next(result));
  }

  /// What decides next on the own scale, in words.
  public String next() {
    return questions().isEmpty() ? "" : names(questions().getFirst().keys());
  }

  private String names(List<FactKey> keys) {
    return String.join(", ", keys.stream().map(key -> speech.values(key).name(key)).toList());
  }

  /// One revision and the level that followed from it.
  public record Past(int number, Instant at, String by, LevelView level) {}

  /// How the level moved, newest first.
  public List<Past> history() {
    List<Past> past = new ArrayList<>();
    for (Revision revision : seen.what().facts().revisions().reversed()) {
      past.add(
          new Past(
              revision.number(),
              revision.at().orElse(seen.what().head().at()),
              OfficeId.parse(revision.by().orElse(""))
                  .map(speech::office)
                  .orElseGet(() -> speech.words().say("page.side.operator")),
              LevelView.of(
                  speech.voice(),
                  setting.scale().classifier(revision).possible(revision.sheet()))));
    }
    return past;
  }

  public Response response() {
    return latest()
        .map(each -> Response.of(seen.what(), each, setting.scale(), speech, visit.now()))
        .orElse(Response.NOTHING);
  }

  /// The TLP of a fact that is marked apart; empty where it has the marking of the incident.
  public String apart(FactRow fact) {
    return Optional.ofNullable(seen.what().marking().facts().get(fact.key()))
        .map(marking -> marking.tlp().word())
        .orElse("");
  }

  public List<FactRow> facts() {
    Set<FactKey> keys = new LinkedHashSet<>();
    seen.what().facts().said().stream().map(Said::key).forEach(keys::add);
    return keys.stream().map(key -> FactRow.of(seen.what(), key, speech)).toList();
  }

  /// The marking of all that is told of the case together.
  public Marking covering() {
    return seen.covering();
  }

  /// Another case that this one is tied to, as far as this reader may see it.
  public record Tied(
      CaseId id, String path, String number, String title, String tie, Marking marking) {}

  public List<Tied> tied() {
    List<Tied> rows = new ArrayList<>();
    tied.forEach((id, line) ->
        rows.add(
            new Tied(
                id,
                "/incidents/" + id,
                SeriesNumber.of(line.key().realm(), line.key().number()).toString(),
                line.label().title(),
                Optional.ofNullable(seen.what().story().ties().get(id))
                    .map(tie -> speech.words().say("page.tie." + tie.word()))
                    .orElse(""),
                line.marking())));
    return rows;
  }

  /// The offices to which this case could still be shown.
  public List<OfficeId> otherOffices() {
    return setting.offices().stream()
        .filter(office -> !office.equals(seen.what().head().holder()))
        .filter(office -> !seen.what().marking().shown().containsKey(office))
        .sorted()
        .toList();
  }

  /// The offices that see this case, its holder first.
  public List<OfficeId> knowing() {
    List<OfficeId> all = new ArrayList<>(List.of(seen.what().head().holder()));
    all.addAll(seen.what().marking().shown().keySet());
    return all;
  }

  /// The query under which a list shows all that has this text.
  public String search(String text) {
    return new ListPage.Asked(
            text, Set.of(Stage.values()), Optional.empty(), Cases.Order.CHANGED, Optional.empty())
        .query(Optional.empty());
  }

  /// Whether a deed was just done, so that the page says so.
  public boolean isDone() {
    return visit.here().contains("?done=");
  }

  public Visit visit() {
    return visit;
  }
}

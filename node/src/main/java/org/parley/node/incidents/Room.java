package org.parley.node.incidents;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.core.casefile.CaseDecision;
import org.parley.core.casefile.CaseRules;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.deed.Stating;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Mode;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Statement;
import org.parley.core.fact.TypeList;
import org.parley.core.issue.Checked;
import org.parley.core.people.Actor;
import org.parley.core.people.Permissions;
import org.parley.core.response.ResponsePlan;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.terms.ScaleId;
import org.parley.duties.casefile.Casework;
import org.parley.duties.casefile.OwnScale;
import org.parley.duties.casefile.ReadIncident;
import org.parley.duties.port.Books;
import org.parley.formats.casefile.CaseEvents;
import org.parley.formats.library.EditionName;
import org.parley.formats.library.Library;
import org.parley.formats.parley.fact.KnownFacts;
import org.parley.node.incidents.page.CasePage;
import org.parley.node.incidents.page.ChosenScales;
import org.parley.node.incidents.page.Given;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Visit;

/// Where incidents are worked on: the duties' tools, for what the node is at this moment.
public final class Room {

  /// The list of types that the node speaks by default.
  private static final String TYPES = "rsit";

  private final Books books;
  private final Permissions permissions;
  private final Library library;
  private final Houses houses;
  private final InstantSource clock;
  private final ChosenScales chosen;
  private Optional<Furnished> furnished = Optional.empty();

  public Room(
      Books books,
      Permissions permissions,
      Library library,
      Houses houses,
      ChosenScales chosen,
      InstantSource clock) {
    this.books = books;
    this.permissions = permissions;
    this.library = library;
    this.houses = houses;
    this.clock = clock;
    this.chosen = chosen;
  }

  /// All facts that can be stated, read when the node's scales change: many requests ask at the
  /// same time.
  private static KnownFacts facts(Library library) {
    Map<ScaleId, List<Fact>> judgements = new HashMap<>();
    for (EditionName name : library.editions()) {
      ScaleEdition edition = library.edition(name).orThrow();
      judgements
          .computeIfAbsent(name.scale(), _ -> new ArrayList<>())
          .addAll(edition.vocabulary().judgements().values());
    }
    return KnownFacts.of(
        library.catalogue(), scale -> Optional.ofNullable(judgements.get(scale)).map(List::copyOf));
  }

  private record Furnished(House house, KnownFacts facts, Casework work, OwnScale scale) {}

  public KnownFacts facts() {
    return furnished().facts();
  }

  public House house() {
    return furnished().house();
  }

  public Casework work() {
    return furnished().work();
  }

  public OwnScale scale() {
    return furnished().scale();
  }

  /// The fact that a form names; one that is no fact is told.
  Optional<FactKey> key(FormFields fields) {
    String text = fields.text("fact");
    boolean potential = text.endsWith("~");
    Optional<FactKey> key =
        FactKey.parse(potential ? text.substring(0, text.length() - 1) : text)
            .map(each -> potential ? each.as(Mode.POTENTIAL) : each)
            .filter(each -> facts().find(each.fact()).isPresent());
    if (key.isEmpty()) {
      fields.wrong("fact", "page.wrong.fact");
    }
    return key;
  }

  /// What a form of triage states: with the type, if only that it is not known yet.
  Stating withTypeOrNotKnown(FormFields fields, Visit visit) {
    Stating stating = fields.stating(this);
    FactKey type = scale().typeFact();
    boolean told = stating.statements().stream().anyMatch(each -> each.key().equals(type));
    if (told || !fields.isTicked("type-not-known")) {
      return stating;
    }
    List<Statement> more = new ArrayList<>(stating.statements());
    more.add(
        new Statement(
            type,
            new Stated.Unknown(visit.words().say("page.triage.type.not-known")),
            Statement.Origin.NONE));
    return new Stating(more, stating.markings(), stating.aware(), stating.nothingElse());
  }

  public Permissions permissions() {
    return permissions;
  }

  public ChosenScales chosen() {
    return chosen;
  }

  /// A case as this visitor may see it; what is not theirs is not there.
  public ReadIncident.Read read(Visit visit, CaseId id) {
    return found(new ReadIncident(work()).run(visit.site().realm(), id, actor(visit)));
  }

  /// The same, for a file that is taken away.
  public ReadIncident.Read export(Visit visit, CaseId id) {
    return found(new ReadIncident(work()).export(visit.site().realm(), id, actor(visit)));
  }

  private static ReadIncident.Read found(Checked<ReadIncident.Read> read) {
    return switch (read) {
      case Checked.Sound<ReadIncident.Read>(ReadIncident.Read found, _) -> found;
      case Checked.Refused<ReadIncident.Read> _ -> throw new AbsentException();
    };
  }

  public CasePage page(Visit visit, ReadIncident.Read read, Given given) {
    return new CasePage(
        visit,
        read.seen(),
        read.tied(),
        new CasePage.Setting(scale(), permissions, actor(visit), house().offices(), chosen),
        given);
  }

  /// Who acts; the page does not exist for those who are not signed in.
  public static Actor actor(Visit visit) {
    return visit.viewer().orElseThrow(AbsentException::new).actor();
  }

  private synchronized Furnished furnished() {
    House house = houses.now();
    if (furnished.isEmpty() || !furnished.get().house().equals(house)) {
      furnished = Optional.of(furnish(house));
    }
    return furnished.get();
  }

  private Furnished furnish(House house) {
    TypeList types = library.typeList(TYPES);
    FactKey typeFact = library.factOf(types).orElseThrow();
    KnownFacts facts = facts(library);
    List<ResponsePlan> plans = library.plans().stream().map(library::plan).toList();
    OwnScale scale = new OwnScale(reigns(house), library.catalogue(), plans, typeFact, types);
    CaseRules rules =
        new CaseRules(house.offices(), house.ceiling(), Set.of(typeFact), CaseRules.Files.USUAL);
    return new Furnished(
        house,
        facts,
        new Casework(
            books, new CaseDecision(rules), new CaseEvents(facts), permissions, scale, clock),
        scale);
  }

  /// The editions of the scale of the set-up, then those that the node made its own since.
  private List<OwnScale.Reign> reigns(House house) {
    List<EditionName> adopted = house.own().stream().map(House.Own::name).toList();
    List<OwnScale.Reign> reigns = new ArrayList<>();
    for (EditionName name : library.editions(house.scale())) {
      if (!adopted.contains(name)) {
        reigns.add(OwnScale.Reign.always(library.edition(name).orThrow()));
      }
    }
    for (House.Own own : house.own()) {
      reigns.add(new OwnScale.Reign(library.edition(own.name()).orThrow(), own.from()));
    }
    return reigns;
  }
}

package org.parley.formats.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.core.directory.states.States;
import org.parley.core.exchange.format.Format;
import org.parley.core.exchange.format.Formats;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.Correspondence;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;
import org.parley.core.fact.TypeBridge;
import org.parley.core.fact.TypeList;
import org.parley.core.handling.GradeTable;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.Issues;
import org.parley.core.measure.Measures;
import org.parley.core.people.Permissions;
import org.parley.core.response.ResponsePlan;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.terms.ScaleId;
import org.parley.formats.parley.Parsed;
import org.parley.formats.parley.fact.CatalogueReader;
import org.parley.formats.parley.fact.CorrespondenceReader;
import org.parley.formats.parley.fact.KnownFacts;
import org.parley.formats.parley.fact.TypeListReader;
import org.parley.formats.parley.message.FormatReader;
import org.parley.formats.parley.network.GradesReader;
import org.parley.formats.parley.network.MeasuresReader;
import org.parley.formats.parley.network.StatesReader;
import org.parley.formats.parley.people.PermissionsReader;
import org.parley.formats.parley.scale.References;
import org.parley.formats.parley.scale.ScaleReader;

/// The reference data of the house. Each piece is read when it is first asked for, and kept.
///
/// Not for use by several threads while pieces are still being read.
public final class Library {

  private static final String CORRESPONDENCES = "types/correspondences/";

  private final LibrarySource source;
  private final Map<String, TypeList> typeLists = new HashMap<>();
  private final Map<EditionName, Checked<ScaleEdition>> editions = new ConcurrentHashMap<>();
  private final References references;
  private Optional<Catalogue> catalogue = Optional.empty();

  public Library(LibrarySource source) {
    this.source = source;
    this.references = new LibraryReferences(this);
  }

  public LibrarySource source() {
    return source;
  }

  public Catalogue catalogue() {
    if (catalogue.isEmpty()) {
      catalogue =
          Optional.of(
              CatalogueReader.read(need("facts/catalogue.yaml"), this::listOfOptions).orThrow());
    }
    return catalogue.get();
  }

  private Optional<TypeList> listOfOptions(String name) {
    return Optional.of(typeList(name.replaceFirst("^types/", "")));
  }

  /// The names of the lists of incident types, such as `rsit`.
  public List<String> typeLists() {
    return named("types/", ".yaml");
  }

  public TypeList typeList(String name) {
    return typeLists.computeIfAbsent(
        name, _ -> TypeListReader.read(need("types/" + name + ".yaml").tree()).orThrow());
  }

  /// What each list of types tells about others, by the correspondences that ship.
  public List<TypeBridge> typeBridges() {
    List<TypeBridge> bridges = new ArrayList<>();
    for (String name : named(CORRESPONDENCES, ".yaml")) {
      String[] lists = name.split("--", 2);
      TypeList from = typeList(lists[0]);
      TypeList to = typeList(lists[1]);
      Correspondence read =
          CorrespondenceReader.read(need(CORRESPONDENCES + name + ".yaml").tree(), from, to)
              .orThrow();
      end(from)
          .ifPresent(
              one -> end(to).ifPresent(other -> bridges.addAll(TypeBridge.both(read, one, other))));
    }
    return List.copyOf(bridges);
  }

  private Optional<TypeBridge.End> end(TypeList list) {
    return factOf(list).map(key -> new TypeBridge.End(list.name(), key, list.keys()));
  }

  /// The fact whose options are the types of a list, if the catalogue has one.
  public Optional<FactKey> factOf(TypeList list) {
    return catalogue().facts().stream()
        .filter(fact -> fact.type().equals(new FactType.Options(list.keys())))
        .map(fact -> FactKey.of(fact.id()))
        .findFirst();
  }

  /// All editions of all scales, by scale and edition.
  public List<EditionName> editions() {
    return source.names().stream()
        .map(EditionName::ofFile)
        .flatMap(Optional::stream)
        .sorted()
        .toList();
  }

  /// The editions of one scale, oldest first.
  public List<EditionName> editions(ScaleId scale) {
    return editions().stream().filter(name -> name.scale().equals(scale)).toList();
  }

  public Checked<ScaleEdition> edition(EditionName name) {
    return editions.computeIfAbsent(name, _ -> scale(need(name.folder() + "scale.yaml")));
  }

  /// Reads an edition that need not be in the library, against its catalogue and reference data.
  public synchronized Checked<ScaleEdition> scale(Parsed file) {
    return ScaleReader.read(file, catalogue(), references);
  }

  /// The worked cases of an edition, unread.
  public Optional<Parsed> cases(EditionName name) {
    return find(name.folder() + "cases.yaml");
  }

  public List<String> plans() {
    return named("plans/", ".yaml");
  }

  public ResponsePlan plan(String name) {
    return PlanReader.read(need("plans/" + name + ".yaml").tree()).orThrow();
  }

  /// The names of the editions of formats for statements, such as `c3-1`.
  public List<String> messages() {
    return named("messages/", ".yaml");
  }

  /// One edition of a format, unread by others: what is wrong with it is told.
  public Checked<Format> message(String name) {
    return FormatReader.read(need("messages/" + name + ".yaml").tree());
  }

  /// All formats for statements; read anew at each call.
  public Formats formats() {
    return Formats.of(messages().stream().map(name -> message(name).orThrow()).toList());
  }

  /// The sixteen measures.
  public Checked<Measures> measures() {
    return MeasuresReader.read(need("measures/measures.yaml").tree());
  }

  /// The States that take part, stand by, or are made up for exercises.
  public Checked<States> states() {
    return StatesReader.read(need("states/states.yaml").tree());
  }

  /// Secrecy grades of States side by side, and the agreements under which they count as equal.
  public Checked<GradeTable> grades() {
    return GradesReader.read(need("secrecy/grades.yaml").tree());
  }

  /// Who may do what at a node.
  public Checked<Permissions> permissions() {
    return PermissionsReader.read(need("people/permissions.yaml").tree());
  }

  /// The sample incidents that ship, by file name.
  public List<String> sampleIncidents() {
    return named("incidents/", ".yaml");
  }

  /// The facts an incident file may speak about: the catalogue's, and the judgements of all
  /// editions.
  public KnownFacts knownFacts() {
    return KnownFacts.of(catalogue(), this::judgements);
  }

  private Optional<java.util.Collection<Fact>> judgements(ScaleId scale) {
    List<Fact> judgements = new ArrayList<>();
    for (EditionName name : editions(scale)) {
      if (edition(name)
          instanceof Checked.Sound<ScaleEdition>(ScaleEdition edition, List<Issue> _)) {
        judgements.addAll(edition.vocabulary().judgements().values());
      }
    }
    return judgements.isEmpty() ? Optional.empty() : Optional.of(judgements);
  }

  /// The texts of a label file by path; none where there is no such file.
  public Map<String, String> texts(String name) {
    return find(name).map(parsed -> Texts.of(parsed.tree())).orElse(Map.of());
  }

  /// The languages that the program speaks.
  public List<String> languages() {
    return named("words/", ".yaml");
  }

  private List<String> named(String folder, String ending) {
    return source.names().stream()
        .filter(name ->
            name.startsWith(folder)
                && name.endsWith(ending)
                && name.indexOf('/', folder.length()) < 0)
        .map(name -> name.substring(folder.length(), name.length() - ending.length()))
        .toList();
  }

  public Optional<Parsed> find(String name) {
    return source.names().contains(name) ? source.parsed(name, new Issues()) : Optional.empty();
  }

  Parsed need(String name) {
    Issues issues = new Issues();
    return source
        .parsed(name, issues)
        .orElseThrow(() ->
            new IllegalStateException(
                String.join("\n", issues.list().stream().map(Issue::toString).toList())));
  }
}

package org.parley.node.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.roster.RosterChange;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.desk.settings.Settings;
import org.parley.duties.network.FoundNetwork;
import org.parley.duties.network.KeepRoster;
import org.parley.exchange.Membership;
import org.parley.exchange.NodeHome;
import org.parley.node.campaign.Campaigns;
import org.parley.node.exchange.Exchanging;
import org.parley.node.web.Press;
import org.parley.node.web.Problem;
import org.parley.node.web.Visit;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The page of the network and what is done there: a charter drawn up or taken part in, nodes
/// registered and removed by several signatures, entries compared by telephone.
@Controller
final class NetworkDoor {

  private static final String HERE = "/network";

  /// What is told in the reader's language; of the rest the code and the plain words.
  private static final Map<IssueCode, String> WORDS =
      Map.of(
          IssueCode.FINGERPRINT_DIFFERS, "page.network.wrong.fingerprint",
          IssueCode.ROSTER_SIGNERS, "page.network.wrong.signers",
          IssueCode.ROSTER_CONTRADICTS, "page.network.wrong.contradicts",
          IssueCode.CHARTER_MISSING, "page.network.wrong.no-charter",
          IssueCode.CHARTER_CONTRADICTS, "page.network.wrong.charter",
          IssueCode.CHARTER_SIGNERS, "page.network.wrong.charter-signers",
          IssueCode.DIRECTORY_UNREADABLE, "page.network.wrong.file",
          IssueCode.ROSTER_FORKED, "page.network.wrong.forked",
          IssueCode.REALM_MIXED, "page.network.wrong.realm");

  private final Exchanging exchanging;
  private final Settings settings;
  private final Campaigns campaigns;
  private final Press press;

  NetworkDoor(Exchanging exchanging, Settings settings, Campaigns campaigns, Press press) {
    this.exchanging = exchanging;
    this.campaigns = campaigns;
    this.settings = settings;
    this.press = press;
  }

  @GetMapping(HERE)
  ResponseEntity<byte[]> page(Visit visit) {
    return page(visit, List.of(), new LinkedMultiValueMap<>());
  }

  /// What another node needs to take part.
  @GetMapping("/network/file")
  ResponseEntity<byte[]> file() {
    Optional<Octets> file =
        home().flatMap(home -> new Membership(home).founding().file(settings.realm()));
    return file.isEmpty()
        ? press.see(HERE)
        : ResponseEntity.ok()
            .contentType(MediaType.APPLICATION_OCTET_STREAM)
            .headers(headers -> {
              String name = settings.realm().word().replace(':', '-') + ".network";
              headers.setContentDisposition(ContentDisposition.attachment().filename(name).build());
              headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
            })
            .body(file.get().toArray());
  }

  @PostMapping("/network/charter")
  ResponseEntity<byte[]> drawUp(Visit visit, @RequestParam MultiValueMap<String, String> said) {
    FoundNetwork.Plan plan =
        new FoundNetwork.Plan(
            text(said, "network"),
            settings.realm(),
            nodes(said, "founders"),
            number(said, "signatures"));
    return done(
        visit, said, "network", (membership, now) -> membership.founding().drawUp(plan, now));
  }

  @PostMapping("/network/charter/give-up")
  ResponseEntity<byte[]> giveUp(Visit visit) {
    home().ifPresent(home -> new Membership(home).founding().giveUp(settings.realm()));
    return press.see(HERE);
  }

  @PostMapping("/network/take-part")
  ResponseEntity<byte[]> takePart(
      Visit visit,
      @RequestParam(name = "file", required = false) Optional<MultipartFile> file,
      @RequestParam MultiValueMap<String, String> said) {
    Optional<Octets> bytes = file.map(NetworkDoor::bytes).filter(octets -> octets.size() > 0);
    if (bytes.isEmpty()) {
      Problem none = new Problem("file", visit.words().say("page.network.wrong.file"), "");
      return page(visit, List.of(none), said);
    }
    return done(
        visit,
        said,
        "digits",
        (membership, now) ->
            membership
                .founding()
                .claimed(bytes.get())
                .then(charter -> ofThisRealm(charter.realm().equals(settings.realm())))
                .then(_ -> membership.founding().takePart(bytes.get(), text(said, "digits"), now)));
  }

  private static Checked<Boolean> ofThisRealm(boolean same) {
    return same
        ? new Checked.Sound<>(true, List.of())
        : new Checked.Refused<>(
            List.of(
                new Issue(
                    IssueCode.REALM_MIXED,
                    Place.of("charter"),
                    "it is of another realm than this node",
                    Optional.empty())));
  }

  @PostMapping("/network/registrations")
  ResponseEntity<byte[]> register(Visit visit, @RequestParam MultiValueMap<String, String> said) {
    Optional<NodeId> node = NodeId.parse(text(said, "register"));
    return node.isEmpty()
        ? page(visit, List.of(choose(visit, "register")), said)
        : done(
            visit,
            said,
            "register",
            (membership, now) ->
                membership
                    .keeping()
                    .register(settings.realm(), node.get(), text(said, "reference"), now));
  }

  @PostMapping("/network/removals")
  ResponseEntity<byte[]> remove(Visit visit, @RequestParam MultiValueMap<String, String> said) {
    Optional<NodeId> node = NodeId.parse(text(said, "remove"));
    return node.isEmpty()
        ? page(visit, List.of(choose(visit, "remove")), said)
        : done(
            visit,
            said,
            "remove",
            (membership, now) ->
                membership
                    .keeping()
                    .propose(
                        settings.realm(),
                        new RosterChange.Remove(node.get()),
                        text(said, "reason"),
                        now));
  }

  @PostMapping("/network/amendments")
  ResponseEntity<byte[]> amend(Visit visit, @RequestParam MultiValueMap<String, String> said) {
    KeepRoster.Terms terms =
        new KeepRoster.Terms(
            nodes(said, "registrars"), number(said, "signatures"), number(said, "witnesses"));
    return done(
        visit,
        said,
        "registrars",
        (membership, now) ->
            membership.keeping().amend(settings.realm(), terms, text(said, "why"), now));
  }

  @PostMapping("/network/proposals/{link}/sign")
  ResponseEntity<byte[]> sign(Visit visit, @PathVariable String link) {
    return done(
        visit,
        new LinkedMultiValueMap<>(),
        "",
        (membership, now) -> membership.keeping().cosign(settings.realm(), digest(link), now));
  }

  @PostMapping("/network/proposals/{link}/set-aside")
  ResponseEntity<byte[]> setAside(@PathVariable String link) {
    home()
        .ifPresent(home -> new Membership(home).keeping().setAside(settings.realm(), digest(link)));
    return press.see(HERE);
  }

  @PostMapping("/network/held/{state}/compared")
  ResponseEntity<byte[]> compared(
      Visit visit, @PathVariable String state, @RequestParam MultiValueMap<String, String> said) {
    Optional<Party> party = Party.parse(state);
    return party.isEmpty()
        ? press.see(HERE)
        : done(
            visit,
            said,
            "held-" + state,
            (membership, _) -> membership.compared(party.get(), text(said, "digits")));
  }

  @PostMapping("/network/held/{state}/set-aside")
  ResponseEntity<byte[]> setEntryAside(@PathVariable String state) {
    home().ifPresent(home -> Party.parse(state).ifPresent(new Membership(home)::setAside));
    return press.see(HERE);
  }

  private interface Deed {

    Checked<?> run(Membership membership, Instant now);
  }

  private ResponseEntity<byte[]> done(
      Visit visit, MultiValueMap<String, String> said, String field, Deed deed) {
    Optional<NodeHome> home = home();
    if (home.isEmpty()) {
      return press.see(HERE);
    }
    Checked<?> done = deed.run(new Membership(home.get()), home.get().station().now());
    if (done instanceof Checked.Refused<?>(List<Issue> why)) {
      List<Problem> problems = new ArrayList<>();
      why.stream().filter(Issue::isError).forEach(each -> problems.add(told(visit, field, each)));
      return page(visit, problems, said);
    }
    return press.see(HERE);
  }

  /// In the reader's language, where there are words for it.
  private static Problem told(Visit visit, String field, Issue issue) {
    boolean terms = field.equals("registrars") && issue.code() == IssueCode.CHARTER_CONTRADICTS;
    String key = terms ? "page.network.wrong.terms" : WORDS.getOrDefault(issue.code(), "");
    return key.isEmpty()
        ? Problem.of(visit.words(), field, issue)
        : new Problem(field, visit.words().say(key), issue.code().label());
  }

  private static Problem choose(Visit visit, String field) {
    return new Problem(field, visit.words().say("page.network.wrong.node"), "");
  }

  private static Digest digest(String link) {
    return link.matches("[0-9a-f]{64}") ? new Digest(link) : Digest.of(new byte[0]);
  }

  private static String text(MultiValueMap<String, String> said, String name) {
    return Optional.ofNullable(said.getFirst(name)).orElse("").strip();
  }

  private static Set<NodeId> nodes(MultiValueMap<String, String> said, String name) {
    return said.getOrDefault(name, List.of()).stream()
        .flatMap(text -> NodeId.parse(text).stream())
        .collect(Collectors.toSet());
  }

  private static int number(MultiValueMap<String, String> said, String name) {
    String number = text(said, name);
    return number.matches("[0-9]{1,2}") ? Integer.parseInt(number) : 0;
  }

  private static Octets bytes(MultipartFile file) {
    try {
      return file.getSize() > Membership.LARGEST
          ? Octets.of(new byte[0])
          : Octets.of(file.getBytes());
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private Optional<NodeHome> home() {
    return exchanging.home();
  }

  private ResponseEntity<byte[]> page(
      Visit visit, List<Problem> problems, MultiValueMap<String, String> said) {
    Optional<NetworkView> view =
        home().map(home -> NetworkView.of(home, settings.realm(), visit.now()));
    return press.page(
        visit,
        problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
        "network/network",
        visit.words().say("page.network.title"),
        Map.of(
            "page",
            new NetworkPage(visit, view),
            "said",
            said,
            "problems",
            problems,
            "rounds",
            campaigns.forked(visit)));
  }
}

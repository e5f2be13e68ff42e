package org.parley.node.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.directory.DirectoryEntry;
import org.parley.core.directory.OfficeKind;
import org.parley.core.handling.Tlp;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.people.Establishment;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.exchange.Introduction;
import org.parley.exchange.NodeHome;
import org.parley.exchange.NodeSettings;
import org.parley.node.web.AbsentException;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The administrator's page of the exchange: joining it, the card for others, the cards of others.
/// Nothing of what is said passes here.
@Controller
final class ExchangeDoor {

  private static final MediaType CARD = MediaType.APPLICATION_OCTET_STREAM;
  private static final int LONGEST_REASON = 200;

  private final Exchanging exchanging;
  private final Press press;

  ExchangeDoor(Exchanging exchanging, Press press) {
    this.exchanging = exchanging;
    this.press = press;
  }

  @GetMapping("/exchange")
  ResponseEntity<byte[]> page(Visit visit) {
    return page(visit, List.of(), new LinkedMultiValueMap<>());
  }

  @PostMapping("/exchange/join")
  ResponseEntity<byte[]> join(Visit visit, @RequestParam MultiValueMap<String, String> said) {
    Optional<Establishment> node = visit.site().establishment();
    JoinForm form = new JoinForm(visit, said);
    if (node.isEmpty() || !(exchanging.state() instanceof Exchanging.State.Apart)) {
      return press.see("/exchange");
    }
    Optional<NodeSettings> wanted = form.read(node.get().state());
    if (wanted.isEmpty()) {
      return page(visit, form.problems(), said);
    }
    Checked<NodeSettings> joined = exchanging.join(wanted.get());
    return joined instanceof Checked.Refused<NodeSettings>(List<Issue> why)
        ? page(visit, told(visit, "", why), said)
        : press.see("/exchange");
  }

  /// The node's own directory entry, signed, for counterparts.
  @GetMapping("/exchange/card")
  ResponseEntity<byte[]> card() {
    NodeHome home = exchanging.home().orElseThrow(AbsentException::new);
    String name = home.settings().node().toString().replace('/', '-') + ".card";
    return ResponseEntity.ok()
        .contentType(CARD)
        .headers(headers -> {
          headers.setContentDisposition(ContentDisposition.attachment().filename(name).build());
          headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        })
        .body(home.publish().toArray());
  }

  /// Renews the node's certificates; with a reason where the earlier ones may be in other hands.
  @PostMapping("/exchange/renew")
  ResponseEntity<byte[]> renew(Visit visit, @RequestParam MultiValueMap<String, String> said) {
    String lost = ExchangePage.first(said, "lost").strip();
    if (lost.length() > LONGEST_REASON) {
      return page(visit, List.of(problem(visit, "lost", "page.wrong.reason")), said);
    }
    if (exchanging.home().isEmpty()) {
      throw new AbsentException();
    }
    exchanging.renew(Optional.of(lost).filter(reason -> !reason.isEmpty()));
    return press.see("/exchange");
  }

  @PostMapping("/exchange/counterparts")
  ResponseEntity<byte[]> introduce(
      Visit visit,
      @RequestParam(name = "card", required = false) Optional<MultipartFile> card,
      @RequestParam MultiValueMap<String, String> said) {
    NodeHome home = exchanging.home().orElseThrow(AbsentException::new);
    Optional<Octets> bytes = card.map(ExchangeDoor::bytes).filter(octets -> octets.size() > 0);
    String digits = Optional.ofNullable(said.getFirst("fingerprint")).orElse("").strip();
    if (bytes.isEmpty()) {
      return page(visit, List.of(problem(visit, "card", "page.wrong.card")), said);
    }
    Introduction introduction = new Introduction(home);
    Checked<DirectoryEntry> claimed = introduction.claimed(bytes.get());
    if (!(claimed instanceof Checked.Sound<DirectoryEntry>(DirectoryEntry entry, _))) {
      return page(visit, List.of(problem(visit, "card", "page.wrong.card")), said);
    }
    Optional<Digest> compared = Introduction.compared(entry, digits);
    boolean needed = !introduction.knows(entry) || !digits.isEmpty();
    if (needed && compared.isEmpty()) {
      return page(visit, List.of(problem(visit, "fingerprint", "page.wrong.fingerprint")), said);
    }
    Checked<DirectoryEntry> taken = introduction.take(bytes.get(), compared);
    return taken instanceof Checked.Refused<DirectoryEntry>(List<Issue> why)
        ? page(visit, told(visit, "card", why), said)
        : press.see("/exchange#counterparts");
  }

  private static Octets bytes(MultipartFile file) {
    try {
      return file.getSize() > Introduction.LARGEST
          ? Octets.of(new byte[0])
          : Octets.of(file.getBytes());
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static Problem problem(Visit visit, String field, String key) {
    return new Problem(field, visit.words().say(key), "");
  }

  private static List<Problem> told(Visit visit, String field, List<Issue> why) {
    List<Problem> problems = new ArrayList<>();
    why.stream()
        .filter(Issue::isError)
        .forEach(issue -> problems.add(Problem.of(visit.words(), field, issue)));
    return problems;
  }

  private ResponseEntity<byte[]> page(
      Visit visit, List<Problem> problems, MultiValueMap<String, String> said) {
    return press.page(
        visit,
        problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
        "exchange/exchange",
        visit.words().say("page.exchange.title"),
        Map.of(
            "page",
            ExchangePage.of(exchanging.state(), visit.now()),
            "said",
            said,
            "problems",
            problems,
            "kinds",
            visit.site().establishment().filter(node -> !node.state().isState()).isPresent()
                ? List.of(OfficeKind.SECRETARIAT)
                : List.of(OfficeKind.TECHNICAL, OfficeKind.POLICY),
            "levels",
            List.of(Tlp.values())));
  }
}

package org.parley.node.provider;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.people.Identity;
import org.parley.duties.people.LinkIdentity;
import org.parley.duties.people.SignIn;
import org.parley.duties.people.Token;
import org.parley.node.people.Entry;
import org.parley.node.web.AbsentException;
import org.parley.node.web.OwnPath;
import org.parley.node.web.Press;
import org.parley.node.web.Shelves;
import org.parley.node.web.Visit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Sends people to the identity provider and takes them back: to sign in, or to link who they are
/// there to their account.
///
/// From page to page the browser goes by itself or by a link, never by a redirect: a form of ours
/// leads to no other site, and after a way through another site a browser keeps our cookies back.
@Controller
final class ProviderDoor {

  private static final Logger LOG = LoggerFactory.getLogger("parley");
  private static final int LONGEST = 4096;

  private final Counter counter;
  private final LinkIdentity links;
  private final Entry entry;
  private final Shelves shelves;
  private final Press press;

  ProviderDoor(Counter counter, LinkIdentity links, Entry entry, Shelves shelves, Press press) {
    this.counter = counter;
    this.links = links;
    this.entry = entry;
    this.shelves = shelves;
    this.press = press;
  }

  @PostMapping("/sign-in/provider")
  ResponseEntity<byte[]> comeIn(
      Visit visit,
      HttpServletRequest request,
      @RequestParam(name = "back", defaultValue = "/") String back) {
    counter.here();
    return entry.signIn().closed(request.getRemoteAddr())
        ? trouble(visit, Trouble.TOO_MANY, true)
        : send(visit, new Errand.ComeIn(OwnPath.of(back)));
  }

  @PostMapping("/account/provider")
  ResponseEntity<byte[]> link(Visit visit, HttpServletRequest request) {
    counter.here();
    Token session = entry.session(request).orElseThrow(AbsentException::new);
    return send(visit, new Errand.Link(own(visit), session));
  }

  private ResponseEntity<byte[]> send(Visit visit, Errand.Purpose purpose) {
    try {
      Counter.Onward onward = counter.send(purpose, visit.language());
      String title = visit.words().say("page.provider.onward.title", name());
      Map<String, ?> content =
          Map.of(
              "address", onward.address(),
              "says", visit.words().say("page.provider.onward.says", name()),
              "go", visit.words().say("page.provider.onward.go"));
      return with(
          press.page(visit, HttpStatus.OK, "people/onward", title, content), onward.cookie());
    } catch (AwayException away) {
      return away(visit, away, purpose instanceof Errand.ComeIn);
    }
  }

  /// Where the provider sends people back to. The errand is over with it, however it went.
  @GetMapping(Counter.RETURN)
  ResponseEntity<byte[]> comeBack(
      Visit visit,
      HttpServletRequest request,
      @RequestParam(name = "state", defaultValue = "") String state,
      @RequestParam(name = "code", defaultValue = "") String code,
      @RequestParam(name = "iss", defaultValue = "") String issuer) {
    counter.here();
    Optional<Errand> errand = counter.errands().take(request, state);
    if (errand.isEmpty()) {
      return trouble(visit, Trouble.STALE, true);
    }
    Visit reader = reading(visit, errand.get().language());
    String from = request.getRemoteAddr();
    boolean comesIn = errand.get().purpose() instanceof Errand.ComeIn;
    if (code.isEmpty() || code.length() > LONGEST) {
      return trouble(reader, Trouble.STOPPED, comesIn);
    }
    try {
      return switch (counter.here().vouching().vouch(errand.get().asked(), code, issuer)) {
        case Vouching.Vouched(String subject) -> vouched(reader, errand.get(), subject, from);
        case Vouching.TooWeak() -> trouble(reader, Trouble.WEAK, comesIn);
        case Vouching.Unsound(String why) -> {
          LOG.warn("what the identity provider sent was refused: {}", word(why));
          entry.signIn().failedFrom(from);
          yield trouble(reader, Trouble.REFUSED, comesIn);
        }
      };
    } catch (AwayException away) {
      return away(reader, away, comesIn);
    }
  }

  private ResponseEntity<byte[]> vouched(
      Visit visit, Errand errand, String subject, String address) {
    String issuer = counter.here().provider().issuer().toString();
    return switch (errand.purpose()) {
      case Errand.ComeIn(String back) ->
          switch (entry.signIn().byIdentity(issuer, subject, address)) {
            case Checked.Sound<SignIn.SignedIn>(var signedIn, _) ->
                arrived(
                    visit,
                    "page.provider.arrived",
                    back,
                    entry.holding(signedIn.token()),
                    counter.errands().over());
            case Checked.Refused<SignIn.SignedIn>(var issues) ->
                trouble(visit, trouble(issues.getFirst().code()), true);
          };
      case Errand.Link(UUID account, Token session) -> {
        boolean there =
            entry.sessions().holder(session).filter(one -> one.id().equals(account)).isPresent();
        yield there
            ? linked(visit, links.link(account, session.digest(), issuer, subject))
            : trouble(visit, Trouble.STALE, false);
      }
    };
  }

  private ResponseEntity<byte[]> linked(Visit visit, Checked<Identity> linked) {
    return switch (linked) {
      case Checked.Sound<Identity> _ ->
          arrived(visit, "page.provider.linked", "/account", counter.errands().over());
      case Checked.Refused<Identity>(var issues) ->
          trouble(visit, trouble(issues.getFirst().code()), false);
    };
  }

  /// Takes one's own link away; what stands in its way is told on the account's page.
  @PostMapping("/account/provider/drop")
  ResponseEntity<byte[]> drop(
      Visit visit,
      @RequestParam(name = "issuer", defaultValue = "") String issuer,
      @RequestParam(name = "subject", defaultValue = "") String subject) {
    return switch (links.unlink(own(visit), issuer, subject)) {
      case Checked.Sound<UUID> _ -> press.see("/account");
      case Checked.Refused<UUID> _ -> trouble(visit, Trouble.LAST, false);
    };
  }

  private static Trouble trouble(IssueCode code) {
    return code == IssueCode.TOO_MANY_TRIES
        ? Trouble.TOO_MANY
        : code == IssueCode.IDENTITY_TAKEN
            ? Trouble.TAKEN
            : code == IssueCode.IDENTITY_UNKNOWN ? Trouble.UNKNOWN : Trouble.STALE;
  }

  private static UUID own(Visit visit) {
    return visit.viewer().orElseThrow(AbsentException::new).actor().account();
  }

  /// What a stranger may have chosen is logged as a plain word or not at all.
  private static String word(String said) {
    return said.matches("[a-z_-]{1,40}") ? said : "unfit";
  }

  private String name() {
    return counter.desk().map(desk -> desk.provider().name()).orElse("");
  }

  private Visit reading(Visit visit, String language) {
    return new Visit(
        shelves.in(language),
        visit.site(),
        visit.viewer(),
        "/",
        visit.csrf(),
        visit.part(),
        visit.now());
  }

  private ResponseEntity<byte[]> arrived(Visit visit, String key, String to, String... cookies) {
    Map<String, ?> content =
        Map.of(
            "address", to,
            "says", visit.words().say(key + ".says", name()),
            "go", visit.words().say("page.provider.onward.go"));
    return with(
        press.page(
            visit,
            HttpStatus.OK,
            "people/onward",
            visit.words().say(key + ".title", name()),
            content),
        cookies);
  }

  private ResponseEntity<byte[]> away(Visit visit, AwayException away, boolean comesIn) {
    LOG.warn("identity provider: {}", away.getMessage());
    return trouble(visit, Trouble.AWAY, comesIn);
  }

  private ResponseEntity<byte[]> trouble(Visit visit, Trouble trouble, boolean comesIn) {
    String key = "page.provider." + trouble.word();
    return press.page(
        visit,
        trouble.status(),
        "people/provider",
        visit.words().say(key + ".title", name()),
        Map.of("says", visit.words().say(key + ".says", name()), "comesIn", comesIn));
  }

  private static ResponseEntity<byte[]> with(ResponseEntity<byte[]> page, String... cookies) {
    return ResponseEntity.status(page.getStatusCode())
        .headers(page.getHeaders())
        .header(HttpHeaders.SET_COOKIE, cookies)
        .body(page.getBody());
  }
}

package org.parley.node.people;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.parley.core.directory.OfficeId;
import org.parley.core.directory.OfficeKind;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.people.Account;
import org.parley.core.people.Role;
import org.parley.duties.people.InvitePerson;
import org.parley.duties.people.KeepAccounts;
import org.parley.duties.people.KeepTokens;
import org.parley.duties.people.Lodge;
import org.parley.duties.people.PersonForm;
import org.parley.duties.port.Register;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Press;
import org.parley.node.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The administrator's pages of accounts. They read the register of people and nothing else.
@Controller
final class AccountsDoor {

  private final Lodge lodge;
  private final InvitePerson invite;
  private final KeepAccounts keep;
  private final KeepTokens tokens;
  private final Links links;
  private final Press press;

  AccountsDoor(
      Lodge lodge,
      InvitePerson invite,
      KeepAccounts keep,
      KeepTokens tokens,
      Links links,
      Press press) {
    this.lodge = lodge;
    this.tokens = tokens;
    this.invite = invite;
    this.keep = keep;
    this.links = links;
    this.press = press;
  }

  @GetMapping("/accounts")
  ResponseEntity<byte[]> list(Visit visit) {
    List<Account> accounts = lodge.people().look(Register::accounts);
    return press.page(
        visit, "people/accounts", "page.accounts.title", Map.of("accounts", accounts));
  }

  @GetMapping("/accounts/new")
  ResponseEntity<byte[]> blank(Visit visit) {
    PersonForm form =
        new PersonForm(
            "",
            "",
            EnumSet.noneOf(Role.class),
            Optional.empty(),
            Optional.empty(),
            visit.site().languages().getFirst());
    return form(visit, form, "", List.of());
  }

  @PostMapping("/accounts/new")
  ResponseEntity<byte[]> invite(Visit visit, @RequestParam MultiValueMap<String, String> said) {
    String organisation = first(said, "organisation").strip();
    PersonForm form =
        new PersonForm(
            first(said, "login"),
            first(said, "name"),
            roles(said),
            office(visit, said),
            organisation.isEmpty() ? Optional.empty() : Optional.of(organisation(organisation)),
            visit.site().languages().getFirst());
    return switch (invite.invite(form, by(visit))) {
      case Checked.Refused<InvitePerson.Invitation>(List<Issue> issues) ->
          form(visit, form, organisation, issues);
      case Checked.Sound<InvitePerson.Invitation>(var invitation, _) -> invited(visit, invitation);
    };
  }

  @GetMapping("/accounts/{id}")
  ResponseEntity<byte[]> show(Visit visit, @PathVariable("id") UUID id) {
    return one(visit, account(id), List.of());
  }

  @PostMapping("/accounts/{id}")
  ResponseEntity<byte[]> entrust(
      Visit visit, @PathVariable("id") UUID id, @RequestParam MultiValueMap<String, String> said) {
    Account before = account(id);
    Set<Role> roles = roles(said);
    Optional<OfficeId> office = office(visit, said);
    return answer(
        visit, before.entrusted(roles, office), keep.entrust(id, roles, office, by(visit)));
  }

  @PostMapping("/accounts/{id}/standing")
  ResponseEntity<byte[]> standing(
      Visit visit,
      @PathVariable("id") UUID id,
      @RequestParam(name = "active", defaultValue = "") String active) {
    return answer(visit, account(id), keep.allow(id, active.equals("yes"), by(visit)));
  }

  @PostMapping("/accounts/{id}/invite")
  ResponseEntity<byte[]> inviteAgain(Visit visit, @PathVariable("id") UUID id) {
    return switch (invite.again(id, by(visit))) {
      case Checked.Refused<InvitePerson.Invitation> _ -> throw new AbsentException();
      case Checked.Sound<InvitePerson.Invitation>(var invitation, _) -> invited(visit, invitation);
    };
  }

  private ResponseEntity<byte[]> answer(Visit visit, Account said, Checked<Account> kept) {
    return switch (kept) {
      case Checked.Refused<Account>(List<Issue> issues) -> one(visit, said, issues);
      case Checked.Sound<Account> _ -> press.see("/accounts");
    };
  }

  private Account account(UUID id) {
    return lodge.people().look(register -> register.account(id)).orElseThrow(AbsentException::new);
  }

  private static UUID by(Visit visit) {
    return visit.viewer().orElseThrow(AbsentException::new).actor().account();
  }

  private static Set<Role> roles(MultiValueMap<String, String> said) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    said.getOrDefault("roles", List.of()).forEach(word -> Role.parse(word).ifPresent(roles::add));
    return roles;
  }

  private static Optional<OfficeId> office(Visit visit, MultiValueMap<String, String> said) {
    return OfficeKind.parse(first(said, "office"))
        .flatMap(
            kind -> visit.site().establishment().map(node -> new OfficeId(node.state(), kind)));
  }

  /// An organisation by its name: the same name is the same organisation, however it is cased.
  private static UUID organisation(String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    return UUID.nameUUIDFromBytes(("organisation/" + folded).getBytes(StandardCharsets.UTF_8));
  }

  private ResponseEntity<byte[]> form(
      Visit visit, PersonForm form, String organisation, List<Issue> issues) {
    return press.page(
        visit,
        issues.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
        "people/invite",
        visit.words().say("page.invite.title"),
        Map.of(
            "form", form,
            "organisation", organisation,
            "problems", Answers.problems(visit.words(), issues)));
  }

  private ResponseEntity<byte[]> one(Visit visit, Account account, List<Issue> issues) {
    return press.page(
        visit,
        issues.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
        "people/entrust",
        account.naming().name(),
        Map.of(
            "account", account,
            "tokens", tokens.of(account.id()),
            "own", account.id().equals(by(visit)),
            "problems", Answers.problems(visit.words(), issues)));
  }

  private ResponseEntity<byte[]> invited(Visit visit, InvitePerson.Invitation invitation) {
    return press.page(
        visit,
        HttpStatus.OK,
        "people/invited",
        visit.words().say("page.invited.title"),
        Map.of(
            "account", invitation.account(),
            "link", links.to("/invitation/" + invitation.token().text()),
            "until", invitation.until()));
  }

  private static String first(MultiValueMap<String, String> said, String name) {
    return Optional.ofNullable(said.getFirst(name)).orElse("");
  }
}

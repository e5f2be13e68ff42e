package org.parley.duties.people;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.people.AccountDeed;
import org.parley.core.people.Establishment;
import org.parley.core.terms.Party;
import org.parley.core.terms.ScaleId;
import org.parley.duties.port.Register;

/// Says what a new node is, and invites its first administrator. Happens once, and only with the
/// code that the node printed when it started: there is no password that everybody knows.
public final class SetUpNode {

  private static final int CODE_BYTES = 10;
  private static final int LONGEST = 160;

  private final Lodge lodge;
  private final String code;

  public SetUpNode(Lodge lodge) {
    this.lodge = lodge;
    this.code = ChangingCode.write(lodge.draw(CODE_BYTES));
  }

  /// @param code the code, as typed
  /// @param state the State's two letters
  /// @param authority the authority that runs the node
  /// @param languages the languages it offers, its own first
  /// @param scale the State's own scale, or nothing
  /// @param person its first administrator
  public record Form(
      String code,
      String state,
      String authority,
      List<String> languages,
      String scale,
      PersonForm person) {

    public Form {
      languages = List.copyOf(languages);
      state = state.strip().toUpperCase(java.util.Locale.ROOT);
      authority = authority.strip();
    }
  }

  /// The code of this start, in groups of four.
  public String code() {
    return code.replaceAll("(.{4})(?=.)", "$1-");
  }

  public boolean isDone() {
    return lodge.people().<Boolean>look(register -> register.establishment().isPresent());
  }

  public Checked<InvitePerson.Invitation> setUp(Form form) {
    List<Issue> issues = check(form);
    return issues.isEmpty()
        ? lodge.people().change(register -> setUp(register, form))
        : new Checked.Refused<>(issues);
  }

  private List<Issue> check(Form form) {
    List<Issue> issues = new ArrayList<>();
    if (!matches(form.code())) {
      issues.add(
          Troubles.at(
              "code", IssueCode.SET_UP_CODE_WRONG, "this is not the code the node printed"));
    }
    if (Party.parse(form.state()).filter(Party::isState).isEmpty()) {
      issues.add(
          Troubles.at("state", IssueCode.FIELD_WRONG, "a State is its two letters, such as XA"));
    }
    if (form.authority().isEmpty()) {
      issues.add(Troubles.at("authority", IssueCode.FIELD_EMPTY, "the authority is missing"));
    } else if (form.authority().length() > LONGEST) {
      issues.add(
          Troubles.at(
              "authority", IssueCode.FIELD_WRONG, "at most %d characters fit".formatted(LONGEST)));
    }
    if (form.languages().isEmpty()) {
      issues.add(Troubles.at("languages", IssueCode.FIELD_EMPTY, "choose a language"));
    }
    if (!form.scale().isEmpty() && ScaleId.parse(form.scale()).isEmpty()) {
      issues.add(Troubles.at("scale", IssueCode.FIELD_WRONG, "there is no such scale"));
    }
    issues.addAll(form.person().check());
    return issues;
  }

  private boolean matches(String typed) {
    byte[] said =
        typed
            .replaceAll("[\\s-]", "")
            .toUpperCase(java.util.Locale.ROOT)
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return MessageDigest.isEqual(said, code.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private Checked<InvitePerson.Invitation> setUp(Register register, Form form) {
    if (register.establishment().isPresent()) {
      return Troubles.one("code", IssueCode.SET_UP_BEFORE, "the node is set up already");
    }
    register.keep(
        new Establishment(
            lodge.realm(),
            new Party(form.state()),
            form.authority(),
            form.languages(),
            ScaleId.parse(form.scale()),
            lodge.now()));
    Checked<InvitePerson.Invitation> invited =
        new InvitePerson(lodge).invite(register, form.person(), Optional.empty());
    if (invited instanceof Checked.Sound<InvitePerson.Invitation>(var invitation, _)) {
      register.note(
          new AccountDeed(lodge.now(), Optional.empty(), "set-up", invitation.account().id()));
    }
    return invited;
  }
}

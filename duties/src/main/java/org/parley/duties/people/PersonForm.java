package org.parley.duties.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.parley.core.directory.OfficeId;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.people.Role;

/// What is told about a person when an account is made.
///
/// @param login as typed
/// @param name how they are called
/// @param roles what they are entrusted with
/// @param office the office they act for; officers need one
/// @param organisation for operators, the organisation they report for
/// @param language in which they read
public record PersonForm(
    String login,
    String name,
    Set<Role> roles,
    Optional<OfficeId> office,
    Optional<UUID> organisation,
    String language) {

  private static final int LONGEST_NAME = 120;

  public PersonForm {
    login = login.strip().toLowerCase(Locale.ROOT);
    name = name.strip();
    roles = Set.copyOf(roles);
  }

  List<Issue> check() {
    List<Issue> issues = new ArrayList<>();
    if (login.isEmpty()) {
      issues.add(Troubles.at("login", IssueCode.FIELD_EMPTY, "the sign-in name is missing"));
    } else if (!login.matches("[a-z0-9][a-z0-9._@+-]{1,79}")) {
      issues.add(
          Troubles.at(
              "login",
              IssueCode.FIELD_WRONG,
              "a sign-in name has 2 to 80 letters a-z, digits, or . _ @ + -"));
    }
    if (name.isEmpty()) {
      issues.add(Troubles.at("name", IssueCode.FIELD_EMPTY, "the name is missing"));
    } else if (name.length() > LONGEST_NAME
        || name.codePoints().anyMatch(Character::isISOControl)) {
      issues.add(
          Troubles.at(
              "name",
              IssueCode.FIELD_WRONG,
              "a name has at most %d characters on one line".formatted(LONGEST_NAME)));
    }
    issues.addAll(checkRoles(roles, office));
    return issues;
  }

  static List<Issue> checkRoles(Set<Role> roles, Optional<OfficeId> office) {
    if (roles.isEmpty()) {
      return List.of(Troubles.at("roles", IssueCode.NO_ROLE, "an account needs a role"));
    }
    boolean needsOffice = roles.stream().anyMatch(PersonForm::actsForAnOffice);
    return needsOffice && office.isEmpty()
        ? List.of(
            Troubles.at(
                "office", IssueCode.OFFICE_NEEDED, "an officer acts for an office; choose it"))
        : List.of();
  }

  private static boolean actsForAnOffice(Role role) {
    return switch (role) {
      case TECHNICAL_OFFICER,
          POLICY_OFFICER,
          CLEARING_OFFICER,
          SECRETARIAT_OFFICER,
          SCALE_DESIGNER ->
          true;
      case OPERATOR, EXERCISE_CONTROLLER, ADMINISTRATOR, AUDITOR -> false;
    };
  }
}

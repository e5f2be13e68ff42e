package org.parley.duties.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.core.directory.OfficeId;
import org.parley.core.people.Role;
import org.parley.core.terms.Party;
import org.parley.core.terms.ScaleId;

/// The people of one fictitious party in an exercise that somebody new walks into.
///
/// @param authority what the node calls itself
/// @param scale the party's own scale; empty for the one that is proposed
public record Troupe(Party party, String authority, Optional<ScaleId> scale, List<Member> members) {

  /// The fictitious State whose node is opened where nothing else is said.
  public static final Troupe XA = state("XA", Optional.empty());

  /// Its counterpart, which grades by a scale of its own.
  public static final Troupe XB = state("XB", ScaleId.parse("es/rd-43-2021"));

  /// The secretariat of the fictitious network.
  public static final Troupe SECRETARIAT =
      new Troupe(
          new Party("secretariat"),
          "Secretariat of the exercise",
          Optional.empty(),
          List.of(
              new Member(
                  "desk",
                  "Desk officer, secretariat",
                  Set.of(Role.SECRETARIAT_OFFICER),
                  "secretariat/secretariat"),
              new Member("admin", "Administrator, secretariat", Set.of(Role.ADMINISTRATOR), "")));

  public Troupe {
    members = List.copyOf(members);
  }

  /// Somebody whom a door lets in.
  ///
  /// @param office as it is written: `XA/technical`; empty for those outside the offices
  public record Member(String login, String name, Set<Role> roles, String office) {
    public Member {
      roles = Set.copyOf(roles);
    }

    Optional<OfficeId> seat() {
      return OfficeId.parse(office);
    }
  }

  private static Troupe state(String code, Optional<ScaleId> scale) {
    return new Troupe(
        new Party(code),
        "CSIRT of " + code,
        scale,
        List.of(
            new Member("operator", "Operator, " + code, Set.of(Role.OPERATOR), ""),
            new Member(
                "csirt",
                "Duty officer, CSIRT of " + code,
                Set.of(Role.TECHNICAL_OFFICER, Role.SCALE_DESIGNER),
                code + "/technical"),
            new Member(
                "policy",
                "Duty officer, ministry of " + code,
                Set.of(Role.POLICY_OFFICER, Role.CLEARING_OFFICER),
                code + "/policy"),
            new Member("admin", "Administrator, " + code, Set.of(Role.ADMINISTRATOR), "")));
  }
}

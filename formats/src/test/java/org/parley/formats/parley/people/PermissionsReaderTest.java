package org.parley.formats.parley.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.core.issue.Issue;
import org.parley.core.issue.Issues;
import org.parley.core.people.Action;
import org.parley.core.people.Permissions;
import org.parley.core.people.Relation;
import org.parley.core.people.Role;
import org.parley.formats.library.FolderSource;
import org.parley.formats.library.Library;
import org.parley.formats.tree.Limits;
import org.parley.formats.tree.Trees;

class PermissionsReaderTest {

  private static final Set<Action> NO_CONTENT =
      EnumSet.of(
          Action.SEE_HOME,
          Action.KEEP_OWN_ACCOUNT,
          Action.KEEP_ACCOUNTS,
          Action.SET_UP_NODE,
          Action.SEE_NODE_HEALTH,
          Action.KEEP_EXCHANGE,
          // Keys and who vouches for them: nothing that anybody has said.
          Action.SEE_ROSTER,
          Action.READ_SCALES,
          Action.READ_JOURNAL);

  private static final Permissions SHIPPED =
      new Library(new FolderSource(Path.of("..", "library"))).permissions().orThrow();

  @Test
  void anAdministratorAndAnAuditorOpenNoContent() {
    for (Role role : List.of(Role.ADMINISTRATOR, Role.AUDITOR)) {
      for (Action action : EnumSet.complementOf(EnumSet.copyOf(NO_CONTENT))) {
        for (Relation relation : Relation.values()) {
          assertThat(SHIPPED.allow(role, action, relation))
              .as("%s %s %s", role, action, relation)
              .isFalse();
        }
      }
    }
  }

  @Test
  void nobodyReadsWhatIsNeitherTheirsNorTheirOfficesNorShown() {
    for (Role role : Role.values()) {
      for (Action action : EnumSet.of(Action.READ_INCIDENT, Action.LIST_INCIDENTS)) {
        assertThat(SHIPPED.allow(role, action, Relation.OTHER)).as("%s", role).isFalse();
      }
    }
  }

  @Test
  void everyActionIsOpenToSomebody() {
    for (Action action : Action.values()) {
      assertThat(EnumSet.allOf(Role.class))
          .as("%s", action)
          .anyMatch(role ->
              EnumSet.allOf(Relation.class).stream()
                  .anyMatch(relation -> SHIPPED.allow(role, action, relation)));
    }
  }

  @Test
  void allMistakesAreToldTogether() {
    String text =
        """
        permissions: 2
        roles:
          operator:
            read-incident: [own, mine]
            fly: [own]
          spy: {}
        """;
    Issues issues = new Issues();
    List<Issue> found =
        PermissionsReader.read(
                Trees.readYaml(
                        text.getBytes(StandardCharsets.UTF_8), "p.yaml", Limits.DOCUMENT, issues)
                    .orElseThrow())
            .issues();

    assertThat(found.stream().map(Issue::message))
        .contains(
            "only edition 1 is known",
            "there is no relation \"mine\"",
            "there is no action \"fly\"",
            "there is no role \"spy\"",
            "the role auditor does not stand in the table");
  }
}

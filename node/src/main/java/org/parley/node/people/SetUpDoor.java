package org.parley.node.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.people.Role;
import org.parley.core.terms.Party;
import org.parley.desk.voice.ScaleVoice;
import org.parley.duties.people.InvitePerson;
import org.parley.duties.people.PersonForm;
import org.parley.duties.people.SetUpNode;
import org.parley.formats.library.EditionName;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Press;
import org.parley.node.web.Shelves;
import org.parley.node.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The first-run set-up in the browser; gone once it is done.
@Controller
final class SetUpDoor {

  private final SetUpNode setUp;
  private final Shelves shelves;
  private final Press press;

  SetUpDoor(SetUpNode setUp, Shelves shelves, Press press) {
    this.setUp = setUp;
    this.shelves = shelves;
    this.press = press;
  }

  @GetMapping("/set-up")
  ResponseEntity<byte[]> form(Visit visit) {
    stillOpen(visit);
    SetUpNode.Form empty =
        new SetUpNode.Form(
            "", "", "", List.of(visit.language()), "", person("", "", visit.language()));
    return page(visit, HttpStatus.OK, empty, List.of());
  }

  @PostMapping("/set-up")
  ResponseEntity<byte[]> take(Visit visit, @RequestParam MultiValueMap<String, String> said) {
    stillOpen(visit);
    List<String> languages = said.getOrDefault("languages", List.of());
    String own = first(said, "language");
    SetUpNode.Form form =
        new SetUpNode.Form(
            first(said, "code"),
            state(visit, first(said, "state")),
            first(said, "authority"),
            shelves.languages().stream()
                .filter(tag -> languages.contains(tag) || tag.equals(own))
                .sorted(java.util.Comparator.comparing(tag -> !tag.equals(own)))
                .toList(),
            first(said, "scale"),
            person(first(said, "login"), first(said, "name"), visit.language()));
    return switch (setUp.setUp(form)) {
      case Checked.Refused<InvitePerson.Invitation>(List<Issue> issues) ->
          page(visit, HttpStatus.UNPROCESSABLE_CONTENT, form, issues);
      case Checked.Sound<InvitePerson.Invitation>(var invitation, _) ->
          press.see("/invitation/" + invitation.token().text());
    };
  }

  private static void stillOpen(Visit visit) {
    if (visit.site().establishment().isPresent()) {
      throw new AbsentException();
    }
  }

  private ResponseEntity<byte[]> page(
      Visit visit, HttpStatus status, SetUpNode.Form form, List<Issue> issues) {
    return press.page(
        visit,
        status,
        "people/set-up",
        visit.words().say("page.set-up.title"),
        Map.of(
            "form", form,
            "problems", Answers.problems(visit.words(), issues),
            "languages", shelves.languages(),
            "shelves", shelves,
            "scales", scales(visit)));
  }

  /// The scales that the node knows: the title of the newest edition, by name.
  private Map<String, String> scales(Visit visit) {
    Map<String, String> titles = new TreeMap<>();
    for (EditionName edition : shelves.library().editions()) {
      String name = edition.scale().toString();
      titles.put(name, visit.shelf().voice(edition).map(ScaleVoice::title).orElse(name));
    }
    return titles;
  }

  /// The code of the State that was named, be it by its name; else what was typed.
  private static String state(Visit visit, String named) {
    return visit.shelf().states().find(named).map(Party::code).orElse(named);
  }

  private static PersonForm person(String login, String name, String language) {
    return new PersonForm(
        login, name, Set.of(Role.ADMINISTRATOR), Optional.empty(), Optional.empty(), language);
  }

  private static String first(MultiValueMap<String, String> said, String name) {
    return Optional.ofNullable(said.getFirst(name)).orElse("");
  }
}

package org.parley.node.calculator;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.desk.Classifiers;
import org.parley.desk.calculator.Answers;
import org.parley.desk.calculator.Calculation;
import org.parley.desk.calculator.FormAnswers;
import org.parley.desk.calculator.Permalink;
import org.parley.desk.calculator.Result;
import org.parley.node.web.Press;
import org.parley.node.web.Problem;
import org.parley.node.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Calculates for anybody. All that a calculation rests on stands in its address; the node keeps
/// nothing of it.
@Controller
final class CalculatorDoor {

  private static final String HERE = "/calculator";

  /// An address longer than this may not pass every server on its way.
  private static final int LONGEST_ADDRESS = 6_000;

  private final Press press;
  private final Classifiers classifiers;

  CalculatorDoor(Press press, Classifiers classifiers) {
    this.press = press;
    this.classifiers = classifiers;
  }

  /// The calculation that the address holds; without a scale, the scales to choose from.
  @GetMapping(HERE)
  ResponseEntity<byte[]> calculate(
      Visit visit, @RequestParam MultiValueMap<String, String> parameters) {
    if (parameters.isEmpty()) {
      return choose(visit, HttpStatus.OK, Optional.empty(), List.of());
    }
    return switch (open(visit, parameters)) {
      case Checked.Refused<Permalink.Opened>(List<Issue> reasons) ->
          choose(
              visit,
              HttpStatus.BAD_REQUEST,
              Optional.empty(),
              reasons.stream().map(issue -> Problem.of(visit.words(), "", issue)).toList());
      case Checked.Sound<Permalink.Opened>(Permalink.Opened opened, _) ->
          opened.editions().isEmpty()
              ? choose(
                  visit, HttpStatus.BAD_REQUEST, Optional.of(opened), List.of(noneChosen(visit)))
              : calculation(visit, opened, why(parameters));
    };
  }

  /// The scales, those of the address ticked; its answers stay.
  @GetMapping(HERE + "/scales")
  ResponseEntity<byte[]> chooseAgain(
      Visit visit, @RequestParam MultiValueMap<String, String> parameters) {
    return open(visit, parameters) instanceof Checked.Sound<Permalink.Opened>(var opened, _)
        ? choose(visit, HttpStatus.OK, Optional.of(opened), List.of())
        : choose(visit, HttpStatus.OK, Optional.empty(), List.of());
  }

  /// Takes the answers of the form and leads to the address that holds them.
  @PostMapping(HERE)
  ResponseEntity<byte[]> answer(
      Visit visit, @RequestParam MultiValueMap<String, String> parameters) {
    if (!(open(visit, parameters) instanceof Checked.Sound<Permalink.Opened>(var opened, _))
        || opened.editions().isEmpty()) {
      return choose(visit, HttpStatus.BAD_REQUEST, Optional.empty(), List.of(noneChosen(visit)));
    }
    Answers answers =
        new FormAnswers(visit.shelf().library().knownFacts(), visit.words().say("number.decimal"))
            .read(opened.answers(), parameters);
    String address = HERE + "?" + Permalink.query(opened.editions(), opened.day(), answers);
    if (address.length() > LONGEST_ADDRESS) {
      return choose(
          visit,
          HttpStatus.BAD_REQUEST,
          Optional.of(opened),
          List.of(new Problem("", visit.words().say("page.calculator.too-long"), "")));
    }
    return press.see(address);
  }

  private static Checked<Permalink.Opened> open(
      Visit visit, MultiValueMap<String, String> parameters) {
    LocalDate today = visit.now().atZone(ZoneOffset.UTC).toLocalDate();
    return Permalink.open(new HashMap<>(parameters), visit.shelf().library(), today);
  }

  private static String why(MultiValueMap<String, String> parameters) {
    return Optional.ofNullable(parameters.getFirst("why")).orElse("");
  }

  private static Problem noneChosen(Visit visit) {
    return new Problem("scales", visit.words().say("page.calculator.choose.none"), "");
  }

  private ResponseEntity<byte[]> choose(
      Visit visit, HttpStatus status, Optional<Permalink.Opened> before, List<Problem> problems) {
    return press.page(
        visit,
        status,
        "calculator/choose",
        visit.words().say("page.calculator.choose"),
        Map.of("choice", ScaleShelf.of(visit.shelf(), before), "problems", problems));
  }

  /// @param why the scale whose reasons are told; empty for none
  private ResponseEntity<byte[]> calculation(Visit visit, Permalink.Opened opened, String why) {
    Calculation calculation =
        new Calculation(
            visit.shelf(), classifiers, opened.editions(), opened.day(), opened.answers());
    Optional<Result> explained =
        calculation.results().stream().filter(result -> result.name().equals(why)).findFirst();
    List<Problem> problems =
        calculation.problems().stream()
            .map(issue -> Problem.of(visit.words(), fieldOf(calculation, issue), issue))
            .toList();
    return press.page(
        visit,
        HttpStatus.OK,
        "calculator/calculation",
        visit.words().say("page.calculator.title"),
        Map.of(
            "calculation", calculation,
            "explained", explained,
            "problems", problems,
            "here", HERE));
  }

  private static String fieldOf(Calculation calculation, Issue issue) {
    return calculation.answered().stream()
        .filter(field -> field.key().toString().equals(issue.place().document()))
        .map(org.parley.desk.calculator.Field::id)
        .findFirst()
        .orElse("");
  }
}

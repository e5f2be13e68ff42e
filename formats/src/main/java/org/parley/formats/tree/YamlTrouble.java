package org.parley.formats.tree;

import java.util.List;
import java.util.Optional;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// Says in plain words what is wrong with a YAML text; the parser's own words assume that one knows
/// how a parser works.
final class YamlTrouble {

  /// @param sign part of what the parser says
  private record Meaning(String sign, String message, String remedy) {}

  private static final List<Meaning> MEANINGS =
      List.of(
          new Meaning("TAB", "a tab stands where blanks are needed", "indent with blanks"),
          new Meaning(
              "mapping values are not allowed here",
              "a colon stands where no key can be",
              "check the indentation, and put quotes around text that contains a colon"),
          new Meaning(
              "could not find expected ':'",
              "a key is not followed by a colon",
              "write `key: value`, and check the indentation of the lines above"),
          new Meaning(
              "expected ',' or ']'",
              "a list in brackets is not closed, or a comma is missing",
              "write `[a, b]`"),
          new Meaning(
              "expected ',' or '}'",
              "a map in braces is not closed, or a comma is missing",
              "write `{a: 1, b: 2}`"),
          new Meaning(
              "expected <block end>",
              "this line does not fit the lines above",
              "check the indentation: keys of one map begin in the same column"),
          new Meaning(
              "unknown escape character",
              "a backslash stands before a letter that has no meaning there",
              "use single quotes, or write the backslash twice"),
          new Meaning(
              "that cannot start any token",
              "a value cannot begin with this character",
              "put quotes around the value"));

  private YamlTrouble() {}

  static Issue told(MarkedYamlEngineException wrong, Mark at) {
    String said = wrong.getProblem();
    if (said.contains("end of stream") || said.contains("<stream end>")) {
      return new Issue(
          IssueCode.TRUNCATED,
          at.place(),
          "the document ends in the middle of a value",
          Optional.of("close every quote and bracket, or check whether the file is complete"));
    }
    for (Meaning meaning : MEANINGS) {
      if (said.contains(meaning.sign())) {
        return new Issue(
            IssueCode.SYNTAX, at.place(), meaning.message(), Optional.of(meaning.remedy()));
      }
    }
    return new Issue(IssueCode.SYNTAX, at.place(), "this is not YAML: " + said, Optional.empty());
  }
}

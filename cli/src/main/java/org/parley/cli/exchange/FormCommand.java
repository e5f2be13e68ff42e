package org.parley.cli.exchange;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.parley.cli.ExitStatus;
import org.parley.cli.Talk;
import org.parley.core.exchange.FormatId;
import org.parley.core.exchange.format.Format;
import org.parley.core.exchange.format.Formats;
import org.parley.core.exchange.format.ItemRule;
import org.parley.core.exchange.format.ItemType;
import org.parley.desk.voice.Page;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Prints a format as a form to fill, or names all formats.
@Command(
    name = "form",
    description =
        "Prints a format as a form to fill, commented; without a format it names them all.",
    mixinStandardHelpOptions = true)
final class FormCommand implements Callable<Integer> {

  @Mixin private final Talk talk = new Talk();

  @Parameters(arity = "0..1", paramLabel = "FORMAT", description = "A format such as C3.")
  private Optional<String> name = Optional.empty();

  @Override
  public Integer call() {
    Formats formats = talk.shelf().library().formats();
    if (name.isEmpty()) {
      Page page = talk.page();
      page.table(
          0,
          formats.newest().stream().map(each -> List.of(each.id().name(), each.title())).toList());
      talk.print(page);
      return ExitStatus.OK;
    }
    Optional<Format> format =
        FormatId.parseNumber(name.get())
            .flatMap(formats::current)
            .or(() -> FormatId.parse(name.get()).flatMap(formats::find));
    if (format.isEmpty()) {
      throw talk.usage(
          "there is no format \"%s\"; there are %s"
              .formatted(
                  name.get(),
                  formats.newest().stream()
                      .map(each -> each.id().name())
                      .collect(Collectors.joining(", "))));
    }
    talk.out().print(form(format.get()));
    talk.out().flush();
    return ExitStatus.OK;
  }

  private static String form(Format format) {
    StringBuilder out = new StringBuilder();
    out.append("# ").append(format.id()).append("  ").append(format.title()).append('\n');
    out.append("# ").append(format.meant()).append('\n');
    out.append("format: ").append(format.id().name()).append('\n');
    out.append("from: ").append(sender(format)).append('\n');
    out.append("to: [XB/technical]         # whom it is for; more than one in a list\n");
    out.append("# copy: [XC/policy]        # who gets it to know; everybody sees the whole list\n");
    out.append("marking: TLP:AMBER         # CLEAR, GREEN, AMBER, AMBER+STRICT or RED\n");
    out.append("# permissible-actions: PAP:AMBER\n");
    out.append("language: en               # the language that counts\n");
    if (!format.use().answers().isEmpty()) {
      out.append(format.use().bond() == Format.Bond.ANSWER ? "" : "# ")
          .append("conversation: \"\"           # the one it belongs to, as `list` shows it\n")
          .append(format.use().bond() == Format.Bond.ANSWER ? "" : "# ")
          .append("in-reply-to: \"\"            # the digest of the statement it answers\n")
          .append("# extent: partial          # full, partial or declined\n");
    }
    if (format.use().bond() == Format.Bond.SUCCESSOR) {
      out.append(
          "supersedes: \"\"             # the digest of the statement it corrects or cancels\n");
    }
    format
        .use()
        .replyWithin()
        .ifPresent(within ->
            out.append("# reply-by: ")
                .append(within)
                .append("          # proposed; binding on nobody\n"));
    out.append(
        "# severity: {scale: us/cisa-nciss, level: high, facts: [\"availability:"
            + " unavailable\"]}\n");
    out.append("items:                     # an item may be NIL, or {absent: not-known-yet}\n");
    format.items().forEach(item -> item(out, item));
    return out.toString();
  }

  private static String sender(Format format) {
    return format.use().senders().stream().sorted().findFirst().orElseThrow().word();
  }

  private static String type(ItemType type) {
    return type instanceof ItemType.Choice(List<String> options)
        ? "one of " + String.join(", ", options)
        : type.word();
  }

  private static void item(StringBuilder out, ItemRule item) {
    out.append("  # ").append(item.title()).append(" (").append(type(item.type()));
    switch (item.need()) {
      case VALUE -> out.append(", needed");
      case WORD -> out.append(", needed, if only why it is not said");
      case NONE -> {}
    }
    item.nil().ifPresent(nil -> out.append("; NIL: ").append(nil));
    out.append(")\n  ").append(item.number()).append(":\n");
  }
}

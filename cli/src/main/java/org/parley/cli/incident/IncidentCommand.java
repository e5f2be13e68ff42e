package org.parley.cli.incident;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.parley.cli.ExitStatus;
import org.parley.cli.Talk;
import org.parley.core.handling.Tlp;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Octets;
import org.parley.desk.voice.Page;
import org.parley.formats.tree.Tree;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Incidents at a running node.
@Command(
    name = "incident",
    description = "Incidents at a running node: reported, revised, marked, with their files.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    synopsisSubcommandLabel = "list | show | report | revise | mark | files | attach | fetch",
    footerHeading = "%nExamples:%n",
    footer = {
      "  parley incident list --node https://parley.example --token-file ~/.parley-token",
      "  parley incident report --tlp AMBER --node … --token-file … incident.yaml",
      "  parley incident attach --node … --token-file … 17 controller.log",
      "  parley incident mark --tlp RED --fact usersAffected --node … --token-file … 17",
      "",
      "The token is made on the page of your account; it does no more than you may.",
      "",
      "Exit status: 0 done, 64 wrong command line, 65 refused, 66 no such input or token,",
      "69 the node does not answer, 73 cannot write."
    })
public final class IncidentCommand implements Runnable {

  private static final String ALL = "/api/v1/incidents";
  private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  @Mixin private final Talk talk = new Talk();

  @Override
  public void run() {
    talk.commandLine().usage(talk.out());
  }

  /// Something that a node is asked.
  @FunctionalInterface
  private interface Asking {
    void of(NodeClient node) throws Refusal;
  }

  private int ask(NodeOption option, Asking asking) {
    try {
      asking.of(option.client());
      talk.out().flush();
      return ExitStatus.OK;
    } catch (Refusal refused) {
      talk.complain(refused.issues());
      return refused.status();
    }
  }

  @Command(
      name = "list",
      description = "Lists the incidents that you may see, highest number first.",
      mixinStandardHelpOptions = true)
  int list(
      @Mixin NodeOption option,
      @Option(names = "--stage", split = ",", paramLabel = "STAGE", description = "Only these.")
          List<String> stages,
      @Option(names = "--search", paramLabel = "TEXT", description = "In title or number.")
          Optional<String> search,
      @Option(names = "--json", description = "One line of JSON an incident.") boolean json) {
    return ask(
        option,
        node -> {
          StringBuilder question = new StringBuilder("?limit=200");
          search.ifPresent(text -> question.append("&q=").append(encoded(text)));
          if (stages != null) {
            stages.forEach(stage -> question.append("&stage=").append(encoded(stage)));
          }
          List<Tree> lines = new ArrayList<>();
          String next = "";
          do {
            Tree page = node.get(ALL + question + next).tree();
            lines.addAll(Told.list(page, "incidents"));
            next = Told.text(page, "next").isEmpty() ? "" : "&cursor=" + Told.text(page, "next");
          } while (!next.isEmpty());
          tell(lines, json);
        });
  }

  private void tell(List<Tree> lines, boolean json) {
    if (json) {
      lines.forEach(line -> talk.out().println(Told.json(((Tree.Mapping) line).entries()).shown()));
      return;
    }
    Page page = talk.page();
    page.table(
        0,
        lines.stream()
            .map(line ->
                List.of(
                    Told.text(line, "number"),
                    talk.shelf().words().say("page.stage." + Told.text(line, "stage")),
                    levels(line),
                    Told.marking(line),
                    Told.text(line, "title")))
            .toList());
    talk.print(page);
  }

  private static String levels(Tree line) {
    Optional<Tree> level = Told.at(line, "level");
    String mildest = level.map(each -> Told.text(each, "mildest")).orElse("");
    String gravest = level.map(each -> Told.text(each, "gravest")).orElse("");
    return mildest.equals(gravest) ? mildest : mildest + " – " + gravest;
  }

  @Command(
      name = "show",
      description = "Shows one incident as JSON, as you may see it.",
      mixinStandardHelpOptions = true)
  int show(
      @Mixin NodeOption option,
      @Parameters(paramLabel = "INCIDENT", description = "Its number, such as 17, or its id.")
          String incident) {
    return ask(option, node -> talk.out().println(node.get(path(node, incident)).body().shown()));
  }

  @Command(
      name = "report",
      description = "Reports an incident from a file.",
      mixinStandardHelpOptions = true)
  int report(
      @Mixin NodeOption option,
      @Option(names = "--title", paramLabel = "TEXT", description = "Its title.")
          Optional<String> title,
      @Option(
              names = "--tlp",
              paramLabel = "WORD",
              description = "How it is marked: RED, AMBER+STRICT, AMBER, GREEN or CLEAR.")
          Optional<String> tlp,
      @Option(names = "--key", paramLabel = "KEY", description = "Of the request to be repeated.")
          Optional<String> key,
      @Parameters(paramLabel = "FILE", description = "An incident file, or a request as JSON.")
          Path file) {
    if (tlp.isPresent() && Tlp.parse(tlp.get()).isEmpty()) {
      throw talk.usage("--tlp: there is no marking \"%s\"".formatted(tlp.get()));
    }
    return ask(
        option,
        node -> {
          RequestFile request = RequestFile.read(file).with(title, tlp.flatMap(Tlp::parse));
          done(node.post(ALL, Told.json(request.entries()), key(key), Optional.empty()));
        });
  }

  @Command(
      name = "revise",
      description = "States facts of a file about an incident; they become one revision.",
      mixinStandardHelpOptions = true)
  int revise(
      @Mixin NodeOption option,
      @Option(names = "--key", paramLabel = "KEY", description = "Of the request to be repeated.")
          Optional<String> key,
      @Parameters(paramLabel = "INCIDENT", description = "Its number, such as 17, or its id.")
          String incident,
      @Parameters(paramLabel = "FILE", description = "An incident file, or a request as JSON.")
          Path file) {
    return ask(
        option,
        node -> {
          List<Tree.Entry> entries =
              RequestFile.read(file).entries().stream()
                  .filter(each -> !each.key().equals("title"))
                  .toList();
          String path = path(node, incident);
          String version = node.get(path).tag();
          done(node.post(path + "/facts", Told.json(entries), key(key), Optional.of(version)));
        });
  }

  @Command(
      name = "mark",
      description = "Tells how an incident is marked, or marks it or one of its facts.",
      mixinStandardHelpOptions = true)
  int mark(
      @Mixin NodeOption option,
      @Mixin MarkOption marks,
      @Option(names = "--key", paramLabel = "KEY", description = "Of the request to be repeated.")
          Optional<String> key,
      @Parameters(paramLabel = "INCIDENT", description = "Its number, such as 17, or its id.")
          String incident) {
    marks
        .mistake()
        .ifPresent(mistake -> {
          throw talk.usage(mistake);
        });
    return ask(
        option,
        node -> {
          String path = path(node, incident);
          if (!marks.changes()) {
            done(node.get(path + "/marking"));
            return;
          }
          String version = node.get(path).tag();
          done(node.post(path + marks.place(), marks.body(), key(key), Optional.of(version)));
        });
  }

  @Command(
      name = "files",
      description = "Lists the files of an incident, with their custody and SHA-256.",
      mixinStandardHelpOptions = true)
  int files(
      @Mixin NodeOption option,
      @Option(names = "--json", description = "As the node tells it.") boolean json,
      @Parameters(paramLabel = "INCIDENT", description = "Its number, such as 17, or its id.")
          String incident) {
    return ask(
        option,
        node -> {
          NodeClient.Answer answer = node.get(path(node, incident) + "/files");
          if (json) {
            done(answer);
            return;
          }
          Page page = talk.page();
          page.table(
              0,
              Told.list(answer.tree(), "files").stream()
                  .map(file ->
                      List.of(
                          Told.text(file, "number"),
                          talk.shelf().words().say("page.files." + Told.text(file, "custody")),
                          Told.text(file, "bytes"),
                          Told.text(file, "sha256"),
                          Told.text(file, "name")))
                  .toList());
          talk.print(page);
        });
  }

  @Command(
      name = "attach",
      description = "Attaches a file, which stays in quarantine until an officer releases it.",
      mixinStandardHelpOptions = true)
  int attach(
      @Mixin NodeOption option,
      @Option(names = "--words", paramLabel = "TEXT", description = "What it is.")
          Optional<String> words,
      @Option(names = "--key", paramLabel = "KEY", description = "Of the request to be repeated.")
          Optional<String> key,
      @Parameters(paramLabel = "INCIDENT", description = "Its number, such as 17, or its id.")
          String incident,
      @Parameters(paramLabel = "FILE", description = "At most 10 MiB.") Path file) {
    return ask(
        option,
        node -> {
          NodeClient.Sending upload = Upload.of(file, words);
          String path = path(node, incident);
          String version = node.get(path).tag();
          done(node.post(path + "/files", upload, key(key), Optional.of(version)));
        });
  }

  @Command(
      name = "fetch",
      description = "Fetches a file that an officer has released; no file here is overwritten.",
      mixinStandardHelpOptions = true)
  int fetch(
      @Mixin NodeOption option,
      @Option(
              names = "--out",
              required = true,
              paramLabel = "FILE",
              description = "Where it is written; there may be none yet.")
          Path out,
      @Parameters(paramLabel = "INCIDENT", description = "Its number, such as 17, or its id.")
          String incident,
      @Parameters(paramLabel = "NUMBER", description = "Of the file, as files lists it.")
          int file) {
    if (Files.exists(out)) {
      talk.complain(out + " is there already; --out names another file");
      return ExitStatus.NO_OUTPUT;
    }
    AtomicReference<Octets> fetched = new AtomicReference<>(Octets.of(""));
    int status =
        ask(option, node -> fetched.set(node.fetch(path(node, incident) + "/files/" + file)));
    return status == ExitStatus.OK ? kept(fetched.get(), out) : status;
  }

  private int kept(Octets bytes, Path out) {
    try {
      Files.write(out, bytes.toArray(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException why) {
      talk.complain("cannot write " + out + ": " + why.getMessage());
      return ExitStatus.NO_OUTPUT;
    }
    talk.out().println(bytes.digest().hex() + "  " + out);
    talk.out().flush();
    return ExitStatus.OK;
  }

  private static String key(Optional<String> repeated) {
    return repeated.orElseGet(() -> UUID.randomUUID().toString());
  }

  private void done(NodeClient.Answer answer) {
    talk.out().println(answer.body().shown());
  }

  /// The address of an incident that is named by its id or its number.
  private static String path(NodeClient node, String incident) throws Refusal {
    if (incident.matches(UUID_FORM)) {
      return ALL + "/" + incident;
    }
    String digits = incident.replaceFirst("^EX-", "");
    for (Tree line :
        Told.list(node.get(ALL + "?limit=200&q=" + encoded(digits)).tree(), "incidents")) {
      if (Told.text(line, "number").replaceFirst("^EX-", "").equals(digits)) {
        return ALL + "/" + Told.text(line, "incident");
      }
    }
    throw new Refusal(
        ExitStatus.BAD_INPUT,
        IssueCode.NOT_THERE,
        incident,
        "there is no such incident, or not for you",
        "see parley incident list");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

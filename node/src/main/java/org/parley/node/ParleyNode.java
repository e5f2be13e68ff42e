package org.parley.node;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.desk.languages.AddedLanguages;
import org.parley.desk.settings.Settings;
import org.parley.desk.settings.SettingsReader;
import org.parley.duties.people.InvitePerson;
import org.parley.duties.people.Lodge;
import org.parley.duties.people.OpenDoors;
import org.parley.duties.people.SetUpNode;
import org.parley.duties.port.UnreachableException;
import org.parley.node.demo.DemoNetwork;
import org.parley.node.demo.DemoStory;
import org.parley.node.exchange.Exchanging;
import org.parley.node.incidents.Room;
import org.parley.node.web.Tour;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// Starts the server: `parley serve`.
public final class ParleyNode {

  private static final int USAGE = 64;
  private static final int UNAVAILABLE = 69;
  private static final int SETTINGS = 78;

  private ParleyNode() {}

  public static void main(String[] words) {
    // Numbers in messages and files are written with the same digits wherever this runs; what is
    // said
    // in somebody's language names that language.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int status = run(List.of(words), System.getenv(), out, err);
    if (status != 0) {
      System.exit(status);
    }
  }

  /// Starts what the words say; the server runs on after this returns 0.
  static int run(
      List<String> words, Map<String, String> environment, PrintStream out, PrintStream err) {
    return switch (CommandLine.read(words)) {
      case Checked.Refused<CommandLine>(List<Issue> issues) -> complain(err, issues, USAGE);
      case Checked.Sound<CommandLine>(CommandLine line, _) -> {
        if (line.help()) {
          out.print(CommandLine.HELP);
          yield 0;
        }
        if (line.demo()) {
          yield demo(line, out, err);
        }
        yield switch (SettingsReader.read(line.data(), environment, line.settings())) {
          case Checked.Refused<Settings>(List<Issue> issues) -> complain(err, issues, SETTINGS);
          case Checked.Sound<Settings>(Settings settings, _) ->
              line.doors() && !settings.exercise()
                  ? complain(err, List.of(noDoors()), USAGE)
                  : serve(settings, line, out, err);
        };
      }
    };
  }

  private static Issue noDoors() {
    return new Issue(
        IssueCode.NOT_AN_EXERCISE,
        Place.of("command line, --doors"),
        "doors open in exercises only",
        Optional.of("Say which exercise: --exercise NAME."));
  }

  private static int complain(PrintStream err, List<Issue> issues, int status) {
    issues.forEach(err::println);
    return status;
  }

  /// Starts the demo: several nodes in one process, which run on after this returns 0.
  private static int demo(CommandLine line, PrintStream out, PrintStream err) {
    try {
      DemoNetwork.begin(line.data(), ParleyNode::startOnTour).tell(out);
      return 0;
    } catch (RuntimeException failed) {
      Optional<String> reason = reason(failed);
      if (reason.isEmpty()) {
        throw failed;
      }
      err.println("parley: " + reason.get());
      return UNAVAILABLE;
    }
  }

  private static int serve(Settings settings, CommandLine line, PrintStream out, PrintStream err) {
    try {
      ConfigurableApplicationContext node = start(settings);
      String address = address(node, settings);
      if (line.warmUp()) {
        visit(address);
        node.close();
      } else {
        out.printf(
            "Parley listens at %s (files: %s). Ctrl+C stops it.%n", address, settings.data());
        node.getBean(AddedLanguages.Found.class).issues().forEach(err::println);
        return line.doors()
            ? openDoors(node, settings, address, out, err)
            : tellHowToGetIn(node, address, out);
      }
      return 0;
    } catch (RuntimeException failed) {
      Optional<String> reason = reason(failed);
      if (reason.isEmpty()) {
        throw failed;
      }
      err.println("parley: " + reason.get());
      return UNAVAILABLE;
    }
  }

  private static int openDoors(
      ConfigurableApplicationContext node,
      Settings settings,
      String address,
      PrintStream out,
      PrintStream err) {
    return switch (node.getBean(OpenDoors.class).open()) {
      case Checked.Refused<List<OpenDoors.Door>>(List<Issue> issues) -> {
        issues.forEach(err::println);
        node.close();
        yield USAGE;
      }
      case Checked.Sound<List<OpenDoors.Door>>(List<OpenDoors.Door> doors, _) -> {
        node.getBean(Exchanging.class)
            .joinExercise(node.getBean(Room.class).house().holder().party());
        DemoStory.begin(
            node.getBean(Room.class), node.getBean(Lodge.class).people(), settings.realm());
        out.println("Exercise data, fictitious States. Each link lets one person in, once:");
        doors.forEach(
            door -> out.printf("  %-9s %sdoor/%s%n", door.login(), address, door.token().text()));
        yield 0;
      }
    };
  }

  static int tellHowToGetIn(ConfigurableApplicationContext node, String address, PrintStream out) {
    SetUpNode setUp = node.getBean(SetUpNode.class);
    if (!setUp.isDone()) {
      out.printf("It is not set up: open %sset-up with the code %s%n", address, setUp.code());
    } else {
      node.getBean(InvitePerson.class)
          .letBackIn()
          .ifPresent(back ->
              out.printf(
                  "No administrator can sign in. For %s, once, until %s: %sinvitation/%s%n",
                  back.account().naming().login(), back.until(), address, back.token().text()));
    }
    return 0;
  }

  /// Starts a node and returns when it listens.
  public static ConfigurableApplicationContext start(Settings settings) {
    return Startup.start(settings, Tour.NONE);
  }

  /// The same, for a node that is part of a demo.
  public static ConfigurableApplicationContext startOnTour(Settings settings, Tour tour) {
    return Startup.start(settings, tour);
  }

  static String address(ConfigurableApplicationContext node, Settings settings) {
    return settings
        .door()
        .shown()
        .map(shown -> shown + "/")
        .orElseGet(() -> "http://%s:%d/".formatted(settings.door().host(), port(node)));
  }

  private static int port(ConfigurableApplicationContext node) {
    return node instanceof ServletWebServerApplicationContext web && web.getWebServer() != null
        ? web.getWebServer().getPort()
        : 0;
  }

  private static void visit(String address) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      client.send(
          HttpRequest.newBuilder(URI.create(address)).build(),
          HttpResponse.BodyHandlers.discarding());
    } catch (IOException _) {
      // A rehearsal for the start-up cache: what it does not reach is only slower the first time.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// The plain reason of a start that failed because of the world.
  private static Optional<String> reason(Throwable failed) {
    for (Throwable each = failed; each != null; each = each.getCause()) {
      if (each instanceof UnreachableException unreachable) {
        return Optional.of(String.valueOf(unreachable.getMessage()));
      }
      if (each instanceof PortInUseException taken) {
        return Optional.of(
            "port %d is taken by another program; choose another with --port"
                .formatted(taken.getPort()));
      }
    }
    return Optional.empty();
  }

  static SpringApplication application(Settings settings) {
    return Startup.application(settings, Tour.NONE);
  }
}

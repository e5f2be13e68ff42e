package org.parley.node.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.DirectoryEntry;
import org.parley.core.directory.Fingerprints;
import org.parley.core.directory.KeyHealth;
import org.parley.core.directory.NodeRecord;
import org.parley.core.directory.Standing;
import org.parley.core.issue.Issue;
import org.parley.exchange.Beat;
import org.parley.exchange.NodeHome;
import org.parley.exchange.NodeSettings;
import org.springframework.util.MultiValueMap;

/// What the page of the exchange shows.
///
/// @param joined how it runs, where the node takes part
/// @param why why it does not run, where it should
/// @param counterparts the nodes of other parties, by name
public record ExchangePage(
    Optional<Joined> joined, List<Issue> why, List<Counterpart> counterparts) {

  public ExchangePage {
    why = List.copyOf(why);
    counterparts = List.copyOf(counterparts);
  }

  /// Certificates are renewed well before they end: others need time to hear of it.
  public static final Duration AHEAD = Duration.ofDays(90);

  /// @param fingerprint as it is read out
  /// @param until when the certificates end
  /// @param ending whether they end soon
  /// @param running whether the beat runs
  public record Joined(
      NodeSettings settings,
      String fingerprint,
      Instant until,
      boolean ending,
      boolean running,
      List<Beat.Trouble> troubles) {}

  /// @param number of the party's entry
  public record Counterpart(
      NodeRecord node, KeyHealth health, long number, Instant stated, String fingerprint) {}

  /// What was typed in a field; empty where nothing was.
  public static String first(MultiValueMap<String, String> said, String name) {
    String text = said.getFirst(name);
    return text == null ? "" : text;
  }

  static ExchangePage of(Exchanging.State state, Instant now) {
    return switch (state) {
      case Exchanging.State.Apart() -> new ExchangePage(Optional.empty(), List.of(), List.of());
      case Exchanging.State.Broken(List<Issue> why) ->
          new ExchangePage(Optional.empty(), why, List.of());
      case Exchanging.State.Joined(NodeHome home, Beat beat) ->
          new ExchangePage(
              Optional.of(
                  new Joined(
                      home.settings(),
                      Fingerprints.spoken(home.station().seal().certificates().fingerprint()),
                      home.ownEntry().until(),
                      isEnding(home, now),
                      beat.isRunning(),
                      beat.troubles())),
              List.of(),
              counterparts(home, now));
    };
  }

  /// Whether a node's certificates end so soon that somebody has to act.
  public static boolean isEnding(NodeHome home, Instant now) {
    return home.ownEntry().until().isBefore(now.plus(AHEAD));
  }

  private static List<Counterpart> counterparts(NodeHome home, Instant now) {
    return home.station().books().look(home.directory()::directory).standings().values().stream()
        .map(Standing::entry)
        .filter(entry -> !entry.party().equals(home.settings().node().party()))
        .sorted(Comparator.comparing(DirectoryEntry::party))
        .flatMap(entry ->
            entry.nodes().stream()
                .map(node ->
                    new Counterpart(
                        node,
                        KeyHealth.of(node, entry.revoked(), now),
                        entry.number(),
                        entry.at(),
                        Fingerprints.spoken(node.signing().fingerprint()))))
        .toList();
  }
}

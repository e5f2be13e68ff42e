package org.parley.duties.port;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.core.casefile.Stage;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.view.Audience;
import org.parley.core.handling.Marking;
import org.parley.core.people.Relation;
import org.parley.core.terms.Realm;

/// The lists of incidents. For each circle of readers there is a line of its own about each case,
/// which holds only what that circle may see; so whoever reads a list can be shown nothing else,
/// and there is no way to ask for all lines.
public interface Cases {

  /// The most lines of one page.
  int MOST = 500;

  /// Puts these lines in the place of all that there were about the case.
  void put(Realm realm, CaseId id, List<Line> lines);

  /// The lines for these readers that a filter lets through, in order, at most so many.
  List<Line> list(Readers readers, Filter filter, Page page);

  /// How many lines for these readers a filter lets through, by stage; stages with none are left
  /// out.
  Map<Stage, Long> count(Readers readers, Filter filter);

  /// The line about one case.
  Optional<Line> find(Readers readers, CaseId id);

  /// Whose lists are read; no circle sees no line.
  ///
  /// @param relations how the case may stand to them
  record Readers(Realm realm, Set<Audience> audiences, Set<Relation> relations) {
    public Readers {
      audiences = Set.copyOf(audiences);
      relations = Set.copyOf(relations);
    }
  }

  /// Of how many cases there are lines, whoever sees them; for whoever writes them anew.
  long cases(Realm realm);

  /// What one circle of readers sees of a case in a list.
  ///
  /// @param marking covers all that the line says
  record Line(
      Key key,
      Audience audience,
      Relation relation,
      Label label,
      Way way,
      Gauge gauge,
      Marking marking) {}

  /// @param number in the series of the realm
  record Key(Realm realm, CaseId id, long number) {}

  /// @param folded the title and number as they are searched
  /// @param types keys of the types that surely apply
  record Label(String title, String folded, List<String> types) {
    public Label {
      types = List.copyOf(types);
    }
  }

  /// How far it has come.
  ///
  /// @param revisions how many there are
  /// @param beside about how many facts statements stand side by side
  record Way(Stage stage, Instant reported, Instant changed, int revisions, int beside) {}

  /// How grave it is on the node's own scale, and what is due next.
  record Gauge(Optional<Range> level, Optional<Instant> due) {
    public static final Gauge NONE = new Gauge(Optional.empty(), Optional.empty());
  }

  /// Ranks of the mildest and the gravest level that are possible; 0 is the mildest of the scale.
  record Range(int mildest, int gravest) {
    public Range {
      if (mildest < 0 || mildest > gravest || gravest > 999) {
        throw new IllegalArgumentException("a range of ranks from 0 to 999");
      }
    }
  }

  /// @param text folded, found anywhere in the label; empty for any
  /// @param atLeast the rank that the gravest possible level must reach
  /// @param dueBefore when the next thing must be due
  record Filter(
      Set<Stage> stages, String text, Optional<Integer> atLeast, Optional<Instant> dueBefore) {
    public static final Filter ALL =
        new Filter(Set.of(Stage.values()), "", Optional.empty(), Optional.empty());

    public Filter {
      stages = Set.copyOf(stages);
    }
  }

  /// In what order lines come; among equals the higher number comes first.
  enum Order {
    /// Newest change first.
    CHANGED,
    /// Due soonest first; what has nothing due comes last.
    DUE,
    /// The gravest possible first, then the gravest mildest.
    GRAVEST,
    /// Highest number first.
    NUMBER
  }

  /// A page of a list: what comes after a place in its order.
  record Page(Order order, Optional<Place> after, int most) {
    public Page {
      if (most < 1 || most > MOST) {
        throw new IllegalArgumentException("a page has 1 to " + MOST + " lines");
      }
    }
  }

  /// A place in an order: the key that the order goes by, and the number of the case.
  record Place(long key, long number) {

    public static Place of(Line line, Order order) {
      return new Place(key(line, order), line.key().number());
    }

    /// What an order goes by, as one number; what is missing comes last.
    private static long key(Line line, Order order) {
      return switch (order) {
        case CHANGED -> line.way().changed().toEpochMilli();
        case DUE -> line.gauge().due().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
        case GRAVEST ->
            line.gauge()
                .level()
                .map(range -> range.gravest() * 1000L + range.mildest())
                .orElse(-1L);
        case NUMBER -> line.key().number();
      };
    }
  }
}

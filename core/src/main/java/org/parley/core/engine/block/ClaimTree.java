package org.parley.core.engine.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.parley.core.engine.formula.Atom;
import org.parley.core.outcome.Region;

/// Tells in few words which stands of coupled facts lead to which grades: by how tests turn out.
final class ClaimTree {

  /// @param grades what is possible there
  record Weighed(int[] stand, long grades) {}

  private record Split(Atom atom, List<Weighed> passing, List<Weighed> failing) {
    long cost() {
      return kinds(passing) + kinds(failing);
    }
  }

  private final List<Atom> atoms;
  private final BiPredicate<Atom, int[]> passes;
  private final Outlook outlook;
  private final List<Prospect> told = new ArrayList<>();

  private ClaimTree(List<Atom> atoms, BiPredicate<Atom, int[]> passes, Outlook outlook) {
    this.atoms = atoms;
    this.passes = passes;
    this.outlook = outlook;
  }

  /// One prospect for each group of stands that the same tests single out.
  static List<Prospect> tell(
      List<Weighed> stands, List<Atom> atoms, BiPredicate<Atom, int[]> passes, Outlook outlook) {
    ClaimTree tree = new ClaimTree(atoms, passes, outlook);
    if (!stands.isEmpty()) {
      tree.grow(stands, List.of());
    }
    return tree.told;
  }

  private void grow(List<Weighed> stands, List<Region.Claim> path) {
    Optional<Split> split = kinds(stands) > 1 ? bestSplit(stands) : Optional.empty();
    if (split.isEmpty()) {
      told.add(new Prospect(new Region.Claims(path), union(stands)));
      return;
    }
    Atom atom = split.get().atom();
    grow(split.get().passing(), longer(path, outlook.claim(atom, true)));
    grow(split.get().failing(), longer(path, outlook.claim(atom, false)));
  }

  private Optional<Split> bestSplit(List<Weighed> stands) {
    Optional<Split> best = Optional.empty();
    for (Atom atom : atoms) {
      List<Weighed> passing = new ArrayList<>();
      List<Weighed> failing = new ArrayList<>();
      stands.forEach(one -> (passes.test(atom, one.stand()) ? passing : failing).add(one));
      Split split = new Split(atom, passing, failing);
      boolean better = best.map(other -> split.cost() < other.cost()).orElse(true);
      if (!passing.isEmpty() && !failing.isEmpty() && better) {
        best = Optional.of(split);
      }
    }
    return best;
  }

  private static long kinds(List<Weighed> stands) {
    return stands.stream().mapToLong(Weighed::grades).distinct().count();
  }

  private static long union(List<Weighed> stands) {
    return stands.stream().mapToLong(Weighed::grades).reduce(0, (one, other) -> one | other);
  }

  private static List<Region.Claim> longer(List<Region.Claim> path, Region.Claim claim) {
    List<Region.Claim> longer = new ArrayList<>(path);
    longer.add(claim);
    return List.copyOf(longer);
  }
}

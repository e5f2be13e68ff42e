package org.parley.bench.peer;

/// Where the rules of Drools put what they find out.
public final class Tally {

  private final Total total = new Total();
  private int rank;

  public void clear() {
    total.sum = 0;
    rank = 0;
  }

  public void add(int points) {
    total.sum += points;
  }

  public Total getTotal() {
    return total;
  }

  public int getRank() {
    return rank;
  }

  public void setRank(int rank) {
    this.rank = rank;
  }

  /// The sum, as a fact that rules can ask for.
  public static final class Total {
    private int sum;

    private Total() {}

    public int getSum() {
      return sum;
    }
  }
}

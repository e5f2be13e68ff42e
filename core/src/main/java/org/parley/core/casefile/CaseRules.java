package org.parley.core.casefile;

import java.util.Set;
import org.parley.core.directory.OfficeId;
import org.parley.core.fact.FactKey;
import org.parley.core.handling.Ceiling;

/// By what a node decides about its cases.
///
/// @param offices the offices of this node
/// @param ceiling how strictly marked information it may hold
/// @param typeFacts the facts that tell the type of an incident: one of them must be stated, if
///   only as not known, before an incident is called new
/// @param files how many and how large files may be
public record CaseRules(
    Set<OfficeId> offices, Ceiling ceiling, Set<FactKey> typeFacts, Files files) {

  /// The most characters of a title.
  public static final int LONGEST_TITLE = 200;

  /// The most characters of any words.
  public static final int LONGEST_WORDS = 8000;

  /// The most statements that one deed makes.
  public static final int MOST_STATEMENTS = 300;

  public CaseRules {
    offices = Set.copyOf(offices);
    typeFacts = Set.copyOf(typeFacts);
  }

  /// @param largest octets of one file
  /// @param most files of one case
  /// @param together octets of all files of one case
  public record Files(long largest, int most, long together) {
    public static final Files USUAL = new Files(10L << 20, 50, 100L << 20);
  }
}

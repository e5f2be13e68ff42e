package org.parley.exchange;

import java.util.List;
import org.parley.duties.witness.StampCheckpoint;
import org.parley.seal.stamp.HttpTimeStamps;
import org.parley.seal.stamp.StampCheck;

/// The time-stamp authorities that `node.yaml` names, ready to be asked.
public final class Stampers {

  private Stampers() {}

  public static StampCheckpoint of(NodeHome home) {
    return new StampCheckpoint(
        home.station(), home.settings().stampers().stream().map(Stampers::ready).toList());
  }

  private static StampCheckpoint.Authority ready(NodeSettings.Stamper stamper) {
    StampCheck check = new StampCheck(List.of(stamper.certificate()));
    return new StampCheckpoint.Authority(
        stamper.certificate(), new HttpTimeStamps(stamper.address(), check));
  }
}

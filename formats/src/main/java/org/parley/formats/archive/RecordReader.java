package org.parley.formats.archive;

import org.parley.core.incident.Incident;
import org.parley.core.issue.Checked;

/// Reads one record of an archive.
public interface RecordReader {

  /// The incident with its loss report, or the reasons why there is none.
  ///
  /// @param record the bytes of the record, without the line's end; valid UTF-8
  /// @param document the name of the archive, for the places of issues
  /// @param line the record's line in it, from 1
  Checked<Incident> read(byte[] record, String document, int line);
}

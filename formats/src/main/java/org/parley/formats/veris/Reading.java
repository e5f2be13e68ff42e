package org.parley.formats.veris;

/// Reads one part of a record: adds what it says to the findings, and to the report what it does
/// not understand.
interface Reading {

  void read(RecordView record, Findings findings);
}

package org.parley.core.exchange;

/// Something that stood in a statement and that nobody here understands: kept, so that whoever
/// writes the statement again loses nothing of it.
///
/// @param name the field
/// @param json its value as JSON text
public record Kept(String name, String json) {}

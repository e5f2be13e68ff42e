package org.parley.core.handling;

/// What a node may hold of information above its ceiling: who holds it, under which name, and how
/// to get it; nothing of its content.
///
/// @param holder the office that holds it, such as `XA/policy`
/// @param reference the name under which the holder finds it, such as `C4 17`
/// @param how how to get it, in words of the one who offers it
public record Pointer(String holder, String reference, String how) {}

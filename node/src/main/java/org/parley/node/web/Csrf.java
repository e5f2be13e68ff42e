package org.parley.node.web;

/// What a form carries so that only our own pages can send it.
///
/// @param field the name of the hidden field
/// @param token its value, another one on each page
public record Csrf(String field, String token) {}

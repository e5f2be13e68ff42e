package org.parley.node.web;

import java.time.ZoneId;
import org.parley.core.people.Actor;

/// Who looks at a page.
///
/// @param name the name shown to themselves; never logged
/// @param zone the zone their times are shown in, beside UTC
public record Viewer(Actor actor, String name, ZoneId zone) {}

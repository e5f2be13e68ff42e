/// The two-page brief of a message or an incident, for the policy office.
@NullMarked
package org.parley.node.brief;

import org.jspecify.annotations.NullMarked;

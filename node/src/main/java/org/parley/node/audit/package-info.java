/// What an auditor reads: who did which deed when, and none of its content.
@NullMarked
package org.parley.node.audit;

import org.jspecify.annotations.NullMarked;

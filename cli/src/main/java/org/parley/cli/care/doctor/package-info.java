/// What a look at a node finds: each finding with what to do about it. Nothing is written.
@NullMarked
package org.parley.cli.care.doctor;

import org.jspecify.annotations.NullMarked;

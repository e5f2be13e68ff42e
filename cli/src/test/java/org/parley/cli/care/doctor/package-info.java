@NullMarked
package org.parley.cli.care.doctor;

import org.jspecify.annotations.NullMarked;

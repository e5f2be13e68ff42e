/// Tests of results as JSON.
@org.jspecify.annotations.NullMarked
package org.parley.formats.result;

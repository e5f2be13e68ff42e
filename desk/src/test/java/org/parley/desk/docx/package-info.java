/// Documents for word processors.
@org.jspecify.annotations.NullMarked
package org.parley.desk.docx;

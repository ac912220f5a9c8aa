package io.github.tokenpreflight.workflow;

import io.github.tokenpreflight.source.Place;
import io.github.tokenpreflight.source.SourceFile;
import io.github.tokenpreflight.tree.Node.Scalar;
import java.util.List;

/// A text of a workflow, as written, that knows where it and each word in it stands.
public record Text(SourceFile file, Scalar scalar) {
  /// The text without quotation marks; of a block the lines without their indentation.
  public String text() {
    return scalar.text();
  }

  /// Where the text starts.
  public Place place() {
    return file.at(scalar.span());
  }

  /// Where some words of the text stand, also on a later line of a block.
  ///
  /// @param offset where the words start in [#text]
  /// @param words without a line break
  public Place place(int offset, String words) {
    return new Offsets(this).place(offset, words);
  }

  /// What the expressions in this text read.
  public List<Reference> references() {
    return References.in(this);
  }

  /// Whether it holds an expression, so that its value is known at run time only.
  public boolean isComputed() {
    return text().contains("${{");
  }

  @Override
  public String toString() {
    return text();
  }
}

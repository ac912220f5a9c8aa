package io.github.tokenpreflight.tree;

import com.fasterxml.jackson.core.JsonParser;
import io.github.tokenpreflight.finding.Finding;
import java.io.IOException;
import java.util.Optional;

/// One notation, YAML or JSON: its parser, the places of its tokens, the meaning of its errors.
///
/// Offsets count UTF-16 units of the text.
sealed interface Notation permits JsonNotation, YamlNotation {
  JsonParser parser() throws IOException;

  /// Where the current token starts.
  int start(JsonParser parser);

  /// Where the current token, which starts at that offset, ends.
  int end(JsonParser parser, int start);

  /// What stands before the value of the token that starts at that offset.
  Properties properties(int start);

  /// A feature of the notation that is left out on purpose, if one stands at the start of a token.
  Optional<Finding> refusal(int start, int end);

  /// Why there may be only one document, for what starts at that offset after the first.
  Finding second(int start);

  /// The anchor of a value, the anchor that an alias points to, and where the value itself starts.
  ///
  /// @param anchor the name after `&`, or empty
  /// @param alias the name after `*`, or empty
  record Properties(String anchor, String alias, int content) {}

  /// What a failure of the parser means, at its true place.
  Finding problem(IOException failure, JsonParser parser);
}

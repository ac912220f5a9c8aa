package io.github.tokenpreflight.github;

import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What came back for a question: status, what the headers say, and the body up to a cap.
///
/// @param status HTTP status, 100 to 599
/// @param facts everything that headers say
/// @param body text of the body, cut at the transport's cap
/// @param message the JSON body's `message`, or a plain-text body; in one line
/// @param truncated whether the body goes on behind the cap, so that nobody reads it as a whole
public record Response(
    Question question,
    int status,
    ResponseFacts facts,
    String body,
    Optional<String> message,
    boolean truncated) {

  private static final Pattern ARCHIVE =
      Pattern.compile("/repos/([^/]++/[^/]++)/(?:tarball|zipball)(?:/|$)");

  /// A response whose body is whole.
  public Response(
      Question question, int status, ResponseFacts facts, String body, Optional<String> message) {
    this(question, status, facts, body, message, false);
  }

  /// An answer as it came off the wire.
  record Wire(int status, HttpHeaders headers, String body, boolean truncated) {}

  /// Reads the message out of an answer: the `message` of a JSON object, or the text of a plain
  /// body, which is how Git answers.
  static Response of(Question question, Wire wire) {
    return of(question, wire, UnaryOperator.identity());
  }

  /// @param redaction takes secrets out of the message once more, for the body may have hidden one
  ///   behind escapes
  static Response of(Question question, Wire wire, UnaryOperator<String> redaction) {
    ResponseFacts facts = new ResponseFacts(wire.headers());
    Optional<String> message = spoken(facts, wire).map(redaction).map(OneLine::of);
    return new Response(
        question,
        wire.status(),
        facts,
        wire.body(),
        message.filter(line -> !line.isEmpty()),
        wire.truncated());
  }

  /// Status and message in a line, for the reader of a report. Never contains the token, which the
  /// transport has taken out, should the server have sent it back.
  public String line() {
    String cut = truncated && question.door() != Question.Door.GIT ? " (body cut)" : "";
    return "HTTP " + status + message.map(text -> ": " + text).orElse("") + cut;
  }

  /// Whether it is the address of the archive that was asked for. Any other redirect, such as one
  /// to a login, says nothing.
  ///
  /// The paths are recorded: `/OWNER/REPO/legacy.tar.gz/...` on github.com, `/_codeload/...` and
  /// the like on Enterprise Server (inferred).
  public boolean isArchiveAddress() {
    Matcher asked = ARCHIVE.matcher(question.uri().getPath());
    return status == 302
        && question.door() == Question.Door.API
        && asked.find()
        && facts
            .location()
            .filter(to ->
                to.toLowerCase(Locale.ROOT)
                    .matches(
                        ".*/"
                            + Pattern.quote(asked.group(1).toLowerCase(Locale.ROOT))
                            + "/(legacy\\.)?(tar\\.gz|tarball|zip|zipball)(/.*|\\?.*|$)"))
            .isPresent();
  }

  private static Optional<String> spoken(ResponseFacts facts, Wire wire) {
    boolean plain = facts.contentType().equals("text/plain");
    return plain
        ? Optional.of(wire.body())
        : Json.tree(wire.body()).flatMap(node -> Json.text(node, "message"));
  }
}

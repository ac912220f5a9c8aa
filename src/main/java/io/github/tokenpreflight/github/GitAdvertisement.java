package io.github.tokenpreflight.github;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What Git's smart HTTP protocol answers to `GET .../info/refs?service=...`: the cheapest question
/// whose answer is the same as that of a pull or a push.
///
/// Source: Git documentation, "gitprotocol-http", read 2026 (documented). Texts of refusals:
/// published logs, read 2026-10; see [RefusalDecoder].
public sealed interface GitAdvertisement {
  /// Git lets this token in.
  ///
  /// @param empty whether the repository has no commit yet
  record Advertised(Service service, boolean empty) implements GitAdvertisement {}

  /// Git says no.
  record Refused(Refusal refusal) implements GitAdvertisement {}

  /// No answer of Git's smart HTTP protocol.
  ///
  /// @param words the cause, as the end of the sentence "could not check because ..."
  record NotGit(String words) implements GitAdvertisement {}

  /// What Git is about to do.
  enum Service {
    /// Clone, fetch, pull.
    UPLOAD_PACK("git-upload-pack"),
    /// Push.
    RECEIVE_PACK("git-receive-pack");

    private final String wire;

    Service(String wire) {
      this.wire = wire;
    }

    /// The name on the wire.
    public String wire() {
      return wire;
    }
  }

  /// Reads the start of an answer; the first references suffice.
  static GitAdvertisement read(Response response) {
    if (response.status() == 200) {
      return Packets.read(response);
    }
    return response.status() >= 400 && response.status() < 500
        ? new Refused(RefusalDecoder.decode(response))
        : new NotGit("Git answered " + response.line());
  }

  /// The packet lines at the start of an advertisement.
  final class Packets {
    /// The announced service, a flush, then a flush (nothing at all) or the first reference.
    private static final Pattern START =
        Pattern.compile(
            "[0-9a-f]{4}# service=(git-[a-z-]+)\n"
                + "0000(?:(0000)|[0-9a-f]{4}([0-9a-f]{64}|[0-9a-f]{40}) ([^\\x00\n]+)\\x00)");

    private static final String NOTHING = "capabilities^{}";

    private Packets() {}

    private static GitAdvertisement read(Response response) {
      Matcher start = START.matcher(response.body());
      if (!start.lookingAt()) {
        return new NotGit(
            response.question().uri().getHost() + " answered without Git's smart HTTP protocol");
      }
      for (Service service : Service.values()) {
        boolean asked = ("service=" + service.wire).equals(response.question().uri().getQuery());
        if (asked && service.wire.equals(start.group(1))) {
          return new Advertised(service, isEmpty(start));
        }
      }
      return new NotGit("Git answered for `" + start.group(1) + "`, which was not asked");
    }

    /// No references: a second flush, or the stand-in that carries the capabilities.
    private static boolean isEmpty(Matcher start) {
      return start.group(2) != null
          || (start.group(4).equals(NOTHING) && start.group(3).chars().allMatch(c -> c == '0'));
    }
  }
}

package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.catalogue.RequiredRole;
import io.github.tokenpreflight.catalogue.RequiredRole.Known;
import io.github.tokenpreflight.catalogue.Roles;
import io.github.tokenpreflight.catalogue.UserRole;
import io.github.tokenpreflight.evidence.Grant.Ambiguous;
import io.github.tokenpreflight.evidence.Grant.Cause;
import io.github.tokenpreflight.evidence.Grant.Held;
import io.github.tokenpreflight.evidence.Grant.Lacking;
import io.github.tokenpreflight.evidence.Grant.Unprovable;
import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.requirements.RepositoryName;
import io.github.tokenpreflight.requirements.Role;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What the role of the user behind a token adds to what the token was given, in a repository.
///
/// The role comes with the answer for the repository itself, so that it costs no question.
final class RolePart {
  private RolePart() {}

  /// Whether the user can use what a permission opens.
  ///
  /// A permission of which nothing can be used is lacking. It is held only with the highest role
  /// that GitHub names for what it opens; in between, it is of some use.
  ///
  /// @param shown whether another part shows the highest role already
  static Inquiry of(Permission permission, Level level, RepositoryName name, boolean shown) {
    Optional<Known> least = Roles.least(permission, level).filter(RolePart::inRepositories);
    Optional<Known> highest = Roles.highest(permission, level).filter(RolePart::inRepositories);
    return told(
        name,
        reach -> {
          if (least.filter(role -> reach.denies(role(role))).isPresent()) {
            return lacking(reach, "what it opens", least.get());
          }
          if (shown || highest.isEmpty() || holds(reach, highest.get())) {
            return held(reach);
          }
          return reach.role().isPresent() && reach.denies(role(highest.get()))
              ? new Ambiguous(
                  words(reach) + ", and some of what it opens needs " + quoted(highest.get()),
                  by(reach))
              : untold(reach, highest.get());
        });
  }

  /// Whether the user can call an endpoint.
  static Inquiry of(RequiredRole.Known needed, RepositoryName name) {
    return told(
        name,
        reach -> {
          if (holds(reach, needed)) {
            return held(reach);
          }
          if (!reach.denies(role(needed))) {
            return untold(reach, needed);
          }
          return needed.orOthers()
              ? new Ambiguous(
                  words(reach) + "; it is for " + quoted(needed) + " and a few others", by(reach))
              : lacking(reach, "the call", needed);
        });
  }

  static boolean inRepositories(Known needed) {
    return needed.role().target() == Permission.Target.REPOSITORY;
  }

  private static Inquiry told(RepositoryName name, Function<Reach.Visible, Grant> reading) {
    return new Inquiry.Told(evidence ->
        evidence.reach(name) instanceof Reach.Visible reach
            ? reading.apply(reach)
            : evidence.reach(name).obstacle().orElseThrow());
  }

  private static boolean holds(Reach.Visible reach, Known needed) {
    return reach.role().filter(held -> held.includes(role(needed))).isPresent();
  }

  private static Role role(Known needed) {
    return Role.valueOf(needed.role().name());
  }

  private static Grant held(Reach.Visible reach) {
    return new Held(words(reach), by(reach));
  }

  private static Grant lacking(Reach.Visible reach, String what, Known needed) {
    return new Lacking(
        words(reach) + ", and " + what + " needs at least " + quoted(needed),
        Cause.ROLE,
        by(reach));
  }

  private static Grant untold(Reach.Visible reach, Known needed) {
    return new Unprovable(
        "GitHub does not tell whether the user's role is " + quoted(needed), by(reach));
  }

  private static String words(Reach.Visible reach) {
    return reach
        .role()
        .map(role -> "the user's role is `" + role.word() + "`")
        .orElse("no role of a user limits it");
  }

  private static String quoted(Known needed) {
    return "`" + needed.role().word() + "`";
  }

  private static List<Answer> by(Reach.Visible reach) {
    return List.of(reach.by());
  }

  /// The user's role in the words of the catalogue; absent where GitHub does not tell it.
  static Optional<UserRole> of(Reach.Visible reach) {
    return reach.role().map(role -> UserRole.valueOf(role.name()));
  }
}

package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.requirements.EndpointRequirement;
import io.github.tokenpreflight.requirements.PermissionRequirement;
import io.github.tokenpreflight.requirements.TokenRequirements;
import io.github.tokenpreflight.token.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The requirements that no answer can prove, known before anything is asked; some it can refute.
///
/// Only what is certain: of public places more may stay unproven, because anyone sees them.
public final class Doubts {
  private Doubts() {}

  /// Each such requirement with the reason, for a token of one of these kinds.
  public static List<String> of(
      TokenRequirements requirements, Set<TokenKind> kinds, Setting setting) {
    List<String> doubts = new ArrayList<>();
    Places places = Places.of(requirements, setting);
    if (kinds.stream().anyMatch(TokenKind::hasPermissions)) {
      for (PermissionRequirement requirement : requirements.access().permissions()) {
        doubts.addAll(of(requirement, places, kinds, setting));
      }
    }
    for (EndpointRequirement requirement : requirements.access().endpoints()) {
      if (Call.of(requirement, places).isEmpty()) {
        doubts.add(
            "`"
                + requirement.line()
                + "`: nothing says where it is called (declare `repositories` or `organizations`)");
      }
    }
    return doubts;
  }

  private static List<String> of(
      PermissionRequirement requirement, Places places, Set<TokenKind> kinds, Setting setting) {
    String words =
        requirement.permission().value().name() + ": " + requirement.level().value().wireName();
    List<Target> there = places.of(requirement);
    if (there.isEmpty()) {
      return List.of(
          "`"
              + words
              + "`: nothing says where it is wanted (declare `repositories` or `organizations`)");
    }
    List<String> doubts = new ArrayList<>();
    for (Target place : there) {
      Grants.doubt(
              requirement.permission().value(), requirement.level().value(), place, kinds, setting)
          .ifPresent(why -> doubts.add("`" + words + "` on " + place.words() + ": " + why));
    }
    return doubts;
  }
}

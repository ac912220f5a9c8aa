package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.evidence.Grant.Ambiguous;
import io.github.tokenpreflight.evidence.Grant.Cause;
import io.github.tokenpreflight.evidence.Grant.Held;
import io.github.tokenpreflight.evidence.Grant.Lacking;
import io.github.tokenpreflight.evidence.Grant.Unprovable;
import io.github.tokenpreflight.token.TokenKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What GitHub may decide otherwise than the parts of a call say: refuse it although all that it
/// needs is there, or let it through although something is missing.
public enum Reservation {
  /// Source: GitHub docs, "Setting permissions for deleting or transferring repositories"
  /// (documented).
  OWNERS {
    private static final Set<String> KEPT =
        Set.of("DELETE /repos/{owner}/{repo}", "POST /repos/{owner}/{repo}/transfer");

    @Override
    public boolean concerns(Call call) {
      return KEPT.contains(call.endpoint().signature());
    }

    @Override
    Grant on(Grant grant, Target place, Evidence evidence) {
      return unlessRefused(grant, "owners of an organization may keep it to themselves");
    }

    @Override
    Optional<String> doubt() {
      return Optional.of("owners of an organization may keep it to themselves");
    }
  },
  /// Source: GitHub's reference, the text of the endpoint that renames a branch (documented).
  DEFAULT_BRANCH {
    @Override
    public boolean concerns(Call call) {
      return call.endpoint()
          .signature()
          .equals("POST /repos/{owner}/{repo}/branches/{branch}/rename");
    }

    @Override
    Grant on(Grant grant, Target place, Evidence evidence) {
      return unlessRefused(grant, "the default branch is for administrators to rename");
    }

    @Override
    Optional<String> doubt() {
      return Optional.of("the default branch is for administrators to rename");
    }
  },
  /// What changes files changes files that run as workflows only with more than other files need.
  WORKFLOW_FILES {
    @Override
    public boolean concerns(Call call) {
      return call.mayChangeWorkflow();
    }

    @Override
    Grant on(Grant grant, Target place, Evidence evidence) {
      String more =
          evidence.kinds().stream().allMatch(TokenKind::hasScopes)
              ? "the scope `workflow`"
              : "`workflows: write`";
      return grant instanceof Held held
          ? held.worded(words -> words + "; to change workflow files it needs " + more + " too")
          : grant;
    }
  },
  /// Nobody pushes to an archived repository, and Git's refusal hides what else is let in.
  ARCHIVED {
    @Override
    public boolean concerns(Call call) {
      return call.writes() && call.target() instanceof Target.Repository;
    }

    @Override
    Grant on(Grant grant, Target place, Evidence evidence) {
      boolean archived =
          visible(place, evidence).filter(open -> open.repository().archived()).isPresent();
      boolean hidden = grant instanceof Held || grant instanceof Lacking it && onlyState(it);
      return archived && hidden
          ? new Unprovable(
              "the repository is archived, where Git does not show what it lets in", grant.by())
          : grant;
    }
  },
  /// Public things are mostly shown to anyone, and archived ones stay readable.
  OPEN_TO_ANYONE {
    @Override
    public boolean concerns(Call call) {
      return !call.writes()
          && Stream.of(call.endpoint().grants().sets(), call.endpoint().grants().appSets())
              .flatMap(List::stream)
              .anyMatch(set -> !Probes.guardedOnPublic(set));
    }

    @Override
    Grant on(Grant grant, Target place, Evidence evidence) {
      boolean open = visible(place, evidence).filter(reach -> !reach.isPrivate()).isPresent();
      return grant instanceof Lacking lacking && (open || onlyState(lacking))
          ? unlessBarred(lacking)
          : grant;
    }
  },
  /// Of an organization, what is public is shown to anyone (documented for these endpoints).
  OPEN_OF_ORGANIZATIONS {
    @Override
    public boolean concerns(Call call) {
      return !call.writes() && Probes.openOfOrganizations(call.endpoint());
    }

    @Override
    Grant on(Grant grant, Target place, Evidence evidence) {
      return grant instanceof Lacking lacking ? unlessBarred(lacking) : grant;
    }
  },
  /// What is needed of an organization says nothing about a repository, nor the other way round.
  TWO_PLACES {
    @Override
    public boolean concerns(Call call) {
      return call.hasTwoPlaces();
    }

    @Override
    Grant on(Grant grant, Target place, Evidence evidence) {
      return new Unprovable(doubt().orElseThrow(), grant.by());
    }

    @Override
    Optional<String> doubt() {
      return Optional.of("it concerns an organization and a repository, and is judged for neither");
    }
  };

  /// Whether it must be thought of at a call.
  public abstract boolean concerns(Call call);

  /// What it makes of a grant.
  abstract Grant on(Grant grant, Target place, Evidence evidence);

  /// Why it keeps a power from ever being proven; absent when it does not.
  Optional<String> doubt() {
    return Optional.empty();
  }

  private static Grant unlessRefused(Grant grant, String words) {
    return grant instanceof Held(var held, var by)
        ? new Unprovable(held + "; but " + words, by)
        : grant;
  }

  private static Grant unlessBarred(Lacking lacking) {
    return lacking.causes().contains(Cause.POLICY) || lacking.causes().contains(Cause.REACH)
        ? lacking
        : new Ambiguous(lacking.words() + "; but anyone may be let read it", lacking.by());
  }

  private static boolean onlyState(Lacking lacking) {
    return lacking.causes().equals(Set.of(Cause.STATE));
  }

  private static Optional<Reach.Visible> visible(Target place, Evidence evidence) {
    return place instanceof Target.Repository(var name)
            && evidence.reach(name) instanceof Reach.Visible visible
        ? Optional.of(visible)
        : Optional.empty();
  }
}

package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.audit.AuditFinding;
import io.github.tokenpreflight.audit.PolicyCheck;
import io.github.tokenpreflight.audit.RepositoryAudit;
import io.github.tokenpreflight.audit.RepositoryFacts;
import io.github.tokenpreflight.audit.RepositorySource;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Report;
import io.github.tokenpreflight.requirements.Policy;
import io.github.tokenpreflight.requirements.PolicyReader;
import io.github.tokenpreflight.requirements.PolicyReader.PolicyReading;
import io.github.tokenpreflight.source.SourceFile;
import io.github.tokenpreflight.tree.Decoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// Judges each repository, and by the policy where there is one.
///
/// @param digest of the policy file, so that a state is not gone on with under another policy
record AuditJudge(Optional<PolicyCheck> policy, int digest) {
  /// Where the policy is looked for when nobody names one.
  static final String USUAL = "token-policy.yml";

  RepositoryFacts facts(RepositorySource source) {
    RepositoryFacts facts = RepositoryAudit.of(source);
    return policy.map(check -> check.judged(facts)).orElse(facts);
  }

  /// What is to be said about the policy itself.
  List<AuditFinding> ofThePolicy() {
    return policy.map(PolicyCheck::expiredExceptions).orElse(List.of());
  }

  /// Reads the policy; absent where it is wrong, which has then been said.
  static Optional<AuditJudge> read(Io io, Outgoing outgoing, Optional<String> named) {
    if (named.isEmpty() && !Files.isRegularFile(io.directory().resolve(USUAL))) {
      return Optional.of(new AuditJudge(Optional.empty(), 0));
    }
    String path = named.orElse(USUAL);
    byte[] content;
    try (InputStream in = Files.newInputStream(io.directory().resolve(path))) {
      content = in.readNBytes(Decoder.LIMIT_BYTES + 1);
    } catch (IOException | InvalidPathException failure) {
      outgoing.complain("the policy `" + path + "` cannot be read: " + FileFailures.words(failure));
      return Optional.empty();
    }
    return switch (PolicyReader.read(path, content)) {
      case PolicyReading.Invalid(_, List<Finding> errors) -> {
        Report report = new Report(path, io.clock().instant(), List.of(), errors);
        new Voices(io, outgoing, false, Optional.empty(), Optional.empty()).speak(report);
        yield Optional.empty();
      }
      case PolicyReading.Read(SourceFile file, Policy policy) -> {
        Instant now = AuditCommand.moment(io);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        yield Optional.of(
            new AuditJudge(
                Optional.of(new PolicyCheck(policy, file, today)), file.text().hashCode()));
      }
    };
  }
}

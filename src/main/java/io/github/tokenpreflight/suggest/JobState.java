package io.github.tokenpreflight.suggest;

import java.util.ArrayList;
import java.util.List;

/// What earlier steps of a job have left behind for later ones.
final class JobState {
  private final Checkout checkout;
  private final List<Credential> push = new ArrayList<>();
  private final List<Credential> login = new ArrayList<>();
  private String pushRepository = "";
  private String registry = "";

  JobState(Checkout checkout) {
    this.checkout = checkout;
  }

  Checkout checkout() {
    return checkout;
  }

  /// `origin` is reached with these credentials from now on.
  void origin(List<Credential> credentials, String repository) {
    push.clear();
    push.addAll(credentials);
    pushRepository = repository;
  }

  List<Credential> push() {
    return List.copyOf(push);
  }

  String pushRepository() {
    return pushRepository;
  }

  /// `gh` was logged in with these.
  void login(List<Credential> credentials) {
    login.clear();
    login.addAll(credentials);
  }

  List<Credential> login() {
    return List.copyOf(login);
  }

  /// `npm` publishes there from now on.
  void registry(String url) {
    registry = url;
  }

  boolean isGitHubRegistry() {
    return registry.contains("npm.pkg.github.com");
  }
}

package io.github.tokenpreflight.github;

import java.net.URI;
import java.util.Optional;

/// One request that may be sent, and why.
///
/// A question is known before it is asked: `plan` prints exactly these.
///
/// @param method `GET`, `HEAD`, or for opted-in write probes `POST`, `PUT`, `PATCH`, `DELETE`
/// @param uri on the API host or the Git host of the same server, without any secret
/// @param why what the answer will show, in the words of the requirements file
/// @param body sent as JSON; absent for all harmless questions
public record Question(String method, URI uri, String why, Door door, Optional<String> body) {
  /// Which protocol the address speaks.
  public enum Door {
    /// The REST API: `Authorization: Bearer`.
    API,
    /// The GraphQL API, which is only ever sent queries: see [GraphQlQuery].
    GRAPHQL,
    /// Git smart HTTP: Basic authentication, the first packet of the answer only.
    GIT
  }

  /// A harmless question to the REST API.
  public static Question get(URI uri, String why) {
    return new Question("GET", uri, why, Door.API, Optional.empty());
  }

  /// A query to the GraphQL API. It is a `POST` and changes nothing, because the query is no
  /// mutation.
  public static Question query(URI uri, String why, GraphQlQuery query) {
    return new Question("POST", uri, why, Door.GRAPHQL, Optional.of(query.json()));
  }

  /// A write that GitHub must reject, because its body lacks what the call cannot do without.
  public static Question rejectedPost(URI uri, String why) {
    return new Question("POST", uri, why, Door.API, Optional.of("{}"));
  }

  /// Whether it asks without a chance to change anything.
  public boolean harmless() {
    return method.equals("GET") || method.equals("HEAD") || graphQl();
  }

  /// Whether sending it twice does no more than sending it once.
  boolean repeatable() {
    return harmless();
  }

  /// Whether it speaks GraphQL, where a refusal hides in a 200.
  boolean graphQl() {
    return door == Door.GRAPHQL;
  }

  /// Method and address: two questions with the same line are the same question.
  public String line() {
    return method + " " + uri;
  }
}

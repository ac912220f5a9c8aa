package io.github.tokenpreflight.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One page of the repositories of an owner, as the GraphQL API gives it.
///
/// @param ownerType `Organization` or `User`
/// @param total repositories of the whole list
/// @param end the cursor behind the last one; absent on an empty page
/// @param more whether the list goes on
/// @param items in the order of the list; absent for one that GitHub refuses as a whole
/// @param refusals what GitHub said of the item at a position, beside or in place of its data
public record RepositoryPage(
    String ownerType,
    long total,
    Optional<String> end,
    boolean more,
    List<Optional<Item>> items,
    Map<Integer, List<Refusal>> refusals) {
  private static final String OWNER = "repositoryOwner";
  private static final String REPOSITORIES = "repositories";

  public RepositoryPage {
    items = List.copyOf(items);
    refusals = Map.copyOf(refusals);
  }

  /// A repository.
  ///
  /// @param files by their path; only those that were asked for and are there
  public record Item(
      String name,
      String visibility,
      boolean archived,
      String branch,
      List<String> topics,
      Map<String, File> files) {
    public Item {
      topics = List.copyOf(topics);
      files = new TreeMap<>(files);
    }
  }

  /// A file.
  ///
  /// @param text absent for a binary file, and where GitHub sent none
  public record File(Optional<String> text, boolean binary, boolean truncated) {}

  /// What an answer comes to.
  public sealed interface Reading {
    record Read(RepositoryPage page) implements Reading {}

    /// No such user or organization, or none that the token may see.
    record NoOwner() implements Reading {}

    /// Nothing of the list came.
    ///
    /// @param refusals what GitHub said instead
    record Nothing(List<Refusal> refusals) implements Reading {
      public Nothing {
        refusals = List.copyOf(refusals);
      }
    }
  }

  /// Reads an answer to `repositories.graphql` or `repository-names.graphql`.
  ///
  /// @param paths the path in the repository that each alias of a single file stands for
  /// @param folder the path of the folder `workflows`
  public static Reading read(Response response, Map<String, String> paths, String folder) {
    JsonNode data =
        Json.tree(response).map(tree -> tree.path("data")).orElse(MissingNode.getInstance());
    List<RefusalDecoder.GraphQlRefusal> refused = RefusalDecoder.graphQl(response);
    JsonNode list = data.path(OWNER).path(REPOSITORIES);
    if (!list.path("nodes").isArray()) {
      boolean unknown =
          data.path(OWNER).isNull()
              && refused.stream()
                  .allMatch(it -> it.refusal().meaning() == Refusal.Meaning.NOT_FOUND);
      return unknown
          ? new Reading.NoOwner()
          : new Reading.Nothing(
              refused.stream().map(RefusalDecoder.GraphQlRefusal::refusal).toList());
    }
    List<Optional<Item>> items = new ArrayList<>();
    for (JsonNode node : list.path("nodes")) {
      items.add(node.isObject() ? Optional.of(item(node, paths, folder)) : Optional.empty());
    }
    return new Reading.Read(
        new RepositoryPage(
            Json.text(data.path(OWNER), "__typename").orElse(""),
            Json.count(list, "totalCount").orElse(0L),
            Json.text(list.path("pageInfo"), "endCursor"),
            Json.flag(list.path("pageInfo"), "hasNextPage").orElse(false),
            items,
            byItem(refused)));
  }

  private static Map<Integer, List<Refusal>> byItem(List<RefusalDecoder.GraphQlRefusal> refused) {
    Map<Integer, List<Refusal>> byItem = new LinkedHashMap<>();
    for (RefusalDecoder.GraphQlRefusal one : refused) {
      List<String> path = one.path();
      int at = path.indexOf("nodes") + 1;
      int item =
          at > 0 && at < path.size() && path.get(at).matches("\\d{1,4}")
              ? Integer.parseInt(path.get(at))
              : -1;
      byItem.computeIfAbsent(item, _ -> new ArrayList<>()).add(one.refusal());
    }
    return byItem;
  }

  private static Item item(JsonNode node, Map<String, String> paths, String folder) {
    Map<String, File> files = new TreeMap<>();
    paths.forEach((alias, path) -> {
      if (node.path(alias).has("isBinary")) {
        files.put(path, file(node.path(alias)));
      }
    });
    for (JsonNode entry : node.path("workflows").path("entries")) {
      JsonNode object = entry.path("object");
      if (object.has("isBinary")) {
        files.put(folder + "/" + entry.path("name").asText(), file(object));
      }
    }
    List<String> topics = new ArrayList<>();
    for (JsonNode topic : node.path("repositoryTopics").path("nodes")) {
      topics.add(topic.path("topic").path("name").asText());
    }
    return new Item(
        Json.text(node, "nameWithOwner").orElse(""),
        Json.text(node, "visibility").orElse("unknown"),
        Json.flag(node, "isArchived").orElse(false),
        Json.text(node.path("defaultBranchRef"), "name").orElse(""),
        topics,
        files);
  }

  private static File file(JsonNode node) {
    return new File(
        Json.text(node, "text"),
        Json.flag(node, "isBinary").orElse(false),
        Json.flag(node, "isTruncated").orElse(false));
  }
}

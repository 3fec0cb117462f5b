package io.enikit.json.cloudformation;

import io.enikit.json.text.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files that the CDK puts beside the templates it writes: nested templates are uploaded under the hash of their content,
 * and a manifest of assets says which file that is.
 */
public final class Assets {
    /** The section of a manifest. */
    public static final String FILES = "files";

    private static final Pattern NESTED = Pattern.compile("(.*)[0-9A-F]{8}\\.nested\\.template\\.json");
    private static final Pattern ROOT = Pattern.compile("(.*)\\.template\\.json");
    private static final String RESOURCE = "NestedStack";

    private final Map<String, String> files = new TreeMap<>();

    /** Reads manifests: what is uploaded by which name. */
    public Assets(List<Node> manifests) {
        for (Node manifest : manifests) {
            manifest.get(FILES)
                    .members()
                    .forEach((hash, asset) -> asset.find("source")
                            .flatMap(source -> source.find("path"))
                            .ifPresent(path -> {
                                files.put(hash + ".json", path.scalar());
                                asset.find("destinations")
                                        .map(Node::members)
                                        .ifPresent(all -> all.values()
                                                .forEach(each -> each.find("objectKey")
                                                        .ifPresent(key ->
                                                                files.put(lastStep(key.scalar()), path.scalar()))));
                            }));
        }
    }

    private static String lastStep(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Finds the file that is uploaded under an address. */
    Optional<String> file(String address) {
        return Optional.ofNullable(files.get(lastStep(address)));
    }

    /** Finds the template of a nested stack by the name that the CDK gives its file. */
    static Optional<Node> named(String parentFile, String logicalId, List<Node> templates) {
        Optional<String> parent = stem(lastStep(parentFile.replace('\\', '/')));
        int end = logicalId.indexOf(RESOURCE);
        if (parent.isEmpty() || end <= 0) {
            return Optional.empty();
        }
        String expected = parent.get() + logicalId.substring(0, end);
        List<Node> found = new ArrayList<>();
        for (Node each : templates) {
            Matcher matcher = NESTED.matcher(lastStep(each.place().step().replace('\\', '/')));
            if (matcher.matches() && matcher.group(1).equals(expected)) {
                found.add(each);
            }
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static Optional<String> stem(String file) {
        Matcher nested = NESTED.matcher(file);
        Matcher root = ROOT.matcher(file);
        return nested.matches()
                ? Optional.of(nested.group(1))
                : root.matches() ? Optional.of(root.group(1)) : Optional.empty();
    }
}

package org.wegweis.evidence.fabric;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** A group of a channel's config, with the groups below it: {@code common.ConfigGroup}. */
record Group(Map<String, Group> groups, Map<String, byte[]> values, Map<String, byte[]> policies) {
    private static final int DEEPEST = 8;

    private static final int SIGNATURE = 1;
    private static final int IMPLICIT_META = 3;

    static Group read(byte[] bytes) {
        return read(bytes, 0);
    }

    private static Group read(byte[] bytes, int depth) {
        if (depth > DEEPEST) throw Broken.unreadable("a config that is too deep");
        var group = Message.read(bytes, 1, 2, 3, 4, 5);
        return new Group(
                entries(group.all(2), below -> read(below, depth + 1)),
                entries(group.all(3), value -> Message.read(value, 1, 2, 3).bytes(2)),
                entries(group.all(4), policy -> Message.read(policy, 1, 2, 3).bytes(2)));
    }

    private static <T> Map<String, T> entries(List<byte[]> entries, Function<byte[], T> read) {
        var map = new TreeMap<String, T>();
        for (byte[] entry : entries) {
            var fields = Message.read(entry, 1, 2);
            if (map.put(fields.text(1), read.apply(fields.bytes(2))) != null) {
                throw Broken.unreadable("twice in the config: " + fields.text(1));
            }
        }
        return map;
    }

    Optional<Group> group(String name) {
        return Optional.ofNullable(groups.get(name));
    }

    Group require(String name) {
        return group(name).orElseThrow(() -> Broken.unreadable("a config without " + name));
    }

    byte[] value(String name) {
        return Optional.ofNullable(values.get(name)).orElseThrow(() -> Broken.unreadable("a config without " + name));
    }

    /** What this group demands by that name. */
    Policy policy(String name) {
        return policy(name, 0);
    }

    private Policy policy(String name, int depth) {
        if (depth > DEEPEST) throw Broken.unreadable("a policy that is too deep");
        byte[] bytes = policies.get(name);
        if (bytes == null) return new Policy.Nobody();
        var policy = Message.read(bytes, 1, 2);
        return switch ((int) Math.min(policy.number(1), Integer.MAX_VALUE)) {
            case SIGNATURE -> Policy.OfPrincipals.read(policy.bytes(2));
            case IMPLICIT_META -> ofGroups(Message.read(policy.bytes(2), 1, 2), depth);
            default -> throw Broken.unreadable("a policy of kind " + policy.number(1));
        };
    }

    private Policy ofGroups(Message meta, int depth) {
        if (groups.isEmpty()) throw Broken.unreadable("a policy over no groups");
        int needed = switch ((int) Math.min(meta.number(2), Integer.MAX_VALUE)) {
            case 0 -> 1;
            case 1 -> groups.size();
            case 2 -> majority(groups.size());
            default -> throw Broken.unreadable("rule " + meta.number(2) + " of a policy");
        };
        String name = meta.text(1);
        return new Policy.OfGroups(
                needed,
                groups.values().stream()
                        .map(group -> group.policy(name, depth + 1))
                        .toList());
    }

    static int majority(int all) {
        return all / 2 + 1;
    }
}

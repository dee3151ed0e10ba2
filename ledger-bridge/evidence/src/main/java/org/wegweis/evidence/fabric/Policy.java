package org.wegweis.evidence.fabric;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Who must sign. */
sealed interface Policy {

    /** @param signers each once */
    boolean isSatisfiedBy(List<Member> signers);

    /** So many of what the groups below demand; of a group that demands nothing by that name nobody can be. */
    record OfGroups(int needed, List<Policy> groups) implements Policy {
        public OfGroups {
            groups = List.copyOf(groups);
        }

        @Override
        public boolean isSatisfiedBy(List<Member> signers) {
            return groups.stream().filter(group -> group.isSatisfiedBy(signers)).count() >= needed;
        }
    }

    /** What nobody can satisfy. */
    record Nobody() implements Policy {
        @Override
        public boolean isSatisfiedBy(List<Member> signers) {
            return false;
        }
    }

    /** A rule over principals: {@code common.SignaturePolicyEnvelope}. */
    record OfPrincipals(Rule rule) implements Policy {
        static OfPrincipals read(byte[] bytes) {
            var envelope = Message.read(bytes, 1, 2, 3);
            if (envelope.number(1) != 0) throw Broken.unreadable("a policy of version " + envelope.number(1));
            var principals = envelope.all(3).stream().map(Principal::read).toList();
            return new OfPrincipals(Rule.read(envelope.bytes(2), principals, 0));
        }

        @Override
        public boolean isSatisfiedBy(List<Member> signers) {
            return rule.takes(signers, new BitSet());
        }
    }

    /** Each signer counts for one place of a rule, the first that fits, as in Fabric. */
    sealed interface Rule {
        int DEEPEST = 16;

        /** @param used who counts already; those who count for this too are added if it is satisfied */
        boolean takes(List<Member> signers, BitSet used);

        /** One of those. */
        record By(Principal principal) implements Rule {
            @Override
            public boolean takes(List<Member> signers, BitSet used) {
                var first = IntStream.range(0, signers.size())
                        .filter(i -> !used.get(i) && principal.means(signers.get(i)))
                        .findFirst();
                first.ifPresent(used::set);
                return first.isPresent();
            }
        }

        /** So many of these rules. */
        record Of(long needed, List<Rule> rules) implements Rule {
            public Of {
                rules = List.copyOf(rules);
            }

            @Override
            public boolean takes(List<Member> signers, BitSet used) {
                int taken = 0;
                for (Rule rule : rules) {
                    var with = (BitSet) used.clone();
                    if (rule.takes(signers, with)) {
                        taken++;
                        used.or(with);
                    }
                }
                return taken >= needed;
            }
        }

        static Rule read(byte[] bytes, List<Principal> principals, int depth) {
            if (depth > DEEPEST) throw Broken.unreadable("a policy that is too deep");
            var rule = Message.read(bytes, 1, 2);
            var by = rule.optionalNumber(1);
            var of = rule.optional(2);
            if (by.isPresent() == of.isPresent()) throw Broken.unreadable("a policy's rule");
            if (by.isPresent()) {
                if (rule.number(1) >= principals.size()) throw Broken.unreadable("a policy's principal");
                return new By(principals.get((int) rule.number(1)));
            }
            var fields = Message.read(of.orElseThrow(), 1, 2);
            return new Of(
                    fields.number(1),
                    fields.all(2).stream()
                            .map(one -> read(one, principals, depth + 1))
                            .toList());
        }
    }
}

package org.wegweis.evidence.time;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Says when something was there already (RFC 3161). What it promises is written down in the abstract test {@code
 * TimeStampAuthorityContract}, which every adapter passes.
 */
public interface TimeStampAuthority {

    /** Asks for a time stamp over that hash value. What is wrong is an answer, never an exception. */
    Answer stamp(Imprint imprint);

    /** Whom its tokens lead to: its own certificate, or that of whoever certified it. */
    List<X509Certificate> anchors();

    /** Whether somebody else than the operator of the log runs it. */
    boolean independent();

    /** What it is called on screens. */
    String name();

    /** What it says. */
    sealed interface Answer {
        /** A token over what was asked, in its normal form, of a known authority. */
        record Stamped(TimeStamp timeStamp) implements Answer {}

        /** Not now; trying again later is right. */
        record Away(String why) implements Answer {}

        /** It says no, for example to a hash function; trying the same again changes nothing. */
        record Refused(String why) implements Answer {}

        /** It sent a token that is not what was asked, or not a known authority's. Somebody must look. */
        record Wrong(String why) implements Answer {}
    }
}

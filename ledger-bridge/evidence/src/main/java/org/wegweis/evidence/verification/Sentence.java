package org.wegweis.evidence.verification;

/** The same in both languages. */
public record Sentence(String german, String english) {}

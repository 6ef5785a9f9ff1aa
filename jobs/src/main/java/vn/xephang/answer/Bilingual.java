package vn.xephang.answer;

/** The same words in Vietnamese and in English. */
public record Bilingual(String vi, String en) {}

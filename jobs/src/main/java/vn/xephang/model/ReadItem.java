package vn.xephang.model;

/** What reading a landing file yields, in the order of the file: cells, and findings about its structure. */
public sealed interface ReadItem permits RawCell, Finding {}

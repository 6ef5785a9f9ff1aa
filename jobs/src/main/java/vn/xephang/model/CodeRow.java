package vn.xephang.model;

/** One code of one closed list, such as list {@code rank_reason}, code {@code NO_RUBRIC}. */
public record CodeRow(String listCode, String code, String nameVi, String nameEn, String meaning) {}

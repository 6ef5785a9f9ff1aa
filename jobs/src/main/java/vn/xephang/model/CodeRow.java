package vn.xephang.model;

/**
 * One code of one closed list, such as list {@code rank_reason}, code {@code NO_RUBRIC}.
 *
 * @param codeOrder place in its list as declared, from 1
 */
public record CodeRow(String listCode, String code, int codeOrder, String nameVi, String nameEn, String meaning) {}

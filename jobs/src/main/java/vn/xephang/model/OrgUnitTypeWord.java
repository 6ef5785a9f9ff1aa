package vn.xephang.model;

/** A word written before a unit's name, and one type that it may stand for. */
public record OrgUnitTypeWord(String typeWord, String orgUnitType) {}

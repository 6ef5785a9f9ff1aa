package vn.xephang.model;

/** ISO 3166-2 code of an org unit. */
public record OrgUnitIso(String orgUnitId, String isoCode, String source) {}

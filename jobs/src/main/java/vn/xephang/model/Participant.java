package vn.xephang.model;

/** A unit that a scorecard expects in a year. */
public record Participant(
        String scorecardCode, int referenceYear, String orgUnitId, String orgUnitCode, String orgUnitNameVi)
        implements YearRow {}

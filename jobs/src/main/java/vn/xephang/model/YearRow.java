package vn.xephang.model;

import java.io.Serializable;

/** A row of a release table that is kept by reference year. */
public sealed interface YearRow extends Serializable
        permits Observation,
                EnteredPoints,
                PublishedResult,
                PreviousYearRow,
                Score,
                Rank,
                Difference,
                Participant,
                MetricRebased,
                YearFinding {

    int referenceYear();

    /** The release table that this row belongs to. */
    default String table() {
        if (this instanceof Observation observation) {
            return observation.supersededAt() == null ? "observation" : "observation_superseded";
        }
        if (this instanceof EnteredPoints entered) {
            return entered.supersededAt() == null ? "entered_points" : "entered_points_superseded";
        }
        if (this instanceof PublishedResult published) {
            return published.supersededAt() == null ? "published_result" : "published_result_superseded";
        }
        if (this instanceof YearFinding) {
            return "year_finding";
        }
        if (this instanceof MetricRebased) {
            return "metric_rebased";
        }
        return this instanceof Score
                ? "score"
                : this instanceof Rank ? "rank" : this instanceof Difference ? "difference" : "participant";
    }
}

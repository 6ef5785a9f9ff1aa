package vn.xephang.model;

/**
 * What makes units of a level peers in some years: their type, or a metric's value of the year within a band.
 *
 * @param toYear last year, counted; null while it holds
 * @param orgUnitType null where a metric decides
 * @param metricCode null where the type decides
 * @param atLeast least value of the band; null without a bound
 * @param below first value above the band; null without a bound
 */
public record PeerGroupRule(
        String peerGroupKind,
        String peerGroupCode,
        String peerGroupNameVi,
        String peerGroupNameEn,
        String orgUnitLevelCode,
        Integer fromYear,
        Integer toYear,
        String orgUnitType,
        String metricCode,
        Double atLeast,
        Double below,
        String certainty,
        String source) {

    /** Whether both may hold in one year for units of one level. */
    public boolean meets(PeerGroupRule other) {
        return peerGroupKind.equals(other.peerGroupKind)
                && orgUnitLevelCode.equals(other.orgUnitLevelCode)
                && (toYear == null || toYear >= other.fromYear)
                && (other.toYear == null || other.toYear >= fromYear);
    }

    /** Whether a value, or a type, can belong to both. */
    public boolean overlaps(PeerGroupRule other) {
        if (orgUnitType != null && other.orgUnitType != null) {
            return orgUnitType.equals(other.orgUnitType);
        }
        return metricCode == null
                || !metricCode.equals(other.metricCode)
                || (below == null || other.atLeast == null || other.atLeast < below)
                        && (other.below == null || atLeast == null || atLeast < other.below);
    }
}

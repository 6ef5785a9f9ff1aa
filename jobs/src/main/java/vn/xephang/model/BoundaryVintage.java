package vn.xephang.model;

/**
 * A map that dashboards offer: the units of a level in force on a date.
 *
 * @param boundaryVintage the date, as text
 * @param unitCount how many units live on that date
 */
public record BoundaryVintage(
        String boundaryVintage,
        String orgUnitLevelCode,
        String boundaryVintageNameVi,
        String boundaryVintageNameEn,
        Integer unitCount,
        String source) {}

package vn.xephang.model;

/**
 * One square of the grid map of a boundary vintage.
 *
 * @param tileCode unit for the square of the unit itself, former for a unit that had ended by that date, else what part of a unit
 *     lies apart, such as hoang-sa
 * @param tileNameVi of the part or former unit; null for the unit itself
 * @param gridColumn from 1 in the west
 * @param gridRow from 1 in the north
 */
public record GridTile(
        String boundaryVintage,
        String orgUnitId,
        String tileCode,
        String tileNameVi,
        String tileNameEn,
        Integer gridColumn,
        Integer gridRow) {}

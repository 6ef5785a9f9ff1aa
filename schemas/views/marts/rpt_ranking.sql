-- grain: One row per scorecard x reference year x org unit: period Y, stage final, units as they were, the year's own rubric (rubric columns empty in a year without one)
-- key: scorecard_code, reference_year, org_unit_id
-- materialized: table
-- column scorecard_code: Scorecard, such as pci
-- column reference_year: Year that the value is about
-- column period_code: Part of the year: Y whole year, H1 first half
-- column org_unit_id: Identity of the org unit; never reused, never an official code
-- column org_unit_code: Official code at that time; empty where none was given
-- column org_unit_name_vi: Vietnamese name at that time, without the type word
-- column stage_code: self, confirmed or final
-- column boundary_vintage: Map of org units: as-was, or the date of another map
-- column rubric_code: Rules applied; years with equal rules share it; empty without a rubric
-- column rubric_year: Year of the rubric file applied; empty without a rubric
-- column rubric_hash: SHA-256 of the rubric file, lower-case hex; empty without a rubric
-- column participation_status: ranked, not_participating or not_delivered
-- column total_points: Total in points, rounded as the rubric says; empty without a total
-- column max_points: Points attainable in total; empty without a rubric
-- column computed_rank: Place by the rubric, 1 is best, ties share the better place; empty without a rank
-- column rank_reason_code: Why there is no computed rank; empty where there is one
-- column rank_of: How many org units are ranked; without a rubric, how many have published points
-- column is_tied: True when another org unit holds the same place; empty without a rank
-- column mean_rank: Mean of the places that tied org units take together, where the rubric shares places so; else empty
-- column cluster_code: Group of org units compared with one another; empty without clusters
-- column rank_in_cluster: Place inside the cluster; empty without clusters
-- column rating_code: Class by the rating rule of the rubric; empty without such a rule
-- column deciding_clause: Rule of the rubric that decided the place
-- column published_points: Score as the publisher gave it, in points; repeated on replay rows
-- column published_rank: Rank as the publisher gave it; repeated on replay rows
-- column rank_of_published_points: Competition rank of the published scores
-- column published_rating: Rating as the publisher gave it; repeated on replay rows
-- column is_synthetic: True for made-up data, false for real figures
-- column org_unit_name_en: English name that went with the Vietnamese name
-- column org_unit_sort: Place of the org unit in Vietnamese alphabetical order
-- column rank: Place shown: the computed rank, else the rank of the published points; 1 is best
-- column rank_basis: What rank rests on: criteria or published points; empty without a rank
-- column previous_rank: Rank of the same org unit in the year before; empty without one there
-- column rank_change: Places climbed since the year before (negative: fell); empty without a rank in one of the two years
-- column comparability_code: What differs from the year before, separated by commas: SAME, RUBRIC_CHANGED, MAP_CHANGED, N_CHANGED, NEW_IDENTITY; empty where the unit has no row in the year before and is not new on the map
-- column rank_percentile: Share of the ranked org units of the year that stand at this place or below it, 0 to 1; the best has 1
-- column period_start_on: First day of the reference year, for time axes
-- column year: Reference year as text, for axes that keep years apart
with own as (
    select
        *,
        coalesce(computed_rank, rank_of_published_points) as rank,
        case
            when computed_rank is not null then 'criteria'
            when rank_of_published_points is not null then 'published points'
        end as rank_basis
    from mart.fct_rank
    where period_code = 'Y'
        and stage_code = 'final'
        and boundary_vintage = 'as-was'
        and coalesce(rubric_year, reference_year) = reference_year
),

neighbours as (
    select
        own.*,
        unit.org_unit_name_en as org_unit_latest_name_en,
        unit.org_unit_sort,
        count(*) over year_before = 1 as has_year_before,
        count(*) over year_after = 1 as has_year_after,
        max(own.rank) over year_before as previous_rank,
        unit.born_on > make_date(own.reference_year - 1, 1, 1) as is_born_since_year_before,
        coalesce(unit.ended_on < make_date(own.reference_year + 1, 12, 31), false) as is_ended_by_year_after
    from own
    left join mart.dim_org_unit as unit on unit.org_unit_id = own.org_unit_id
    window
        year_before as (
            partition by own.scorecard_code, own.org_unit_id order by own.reference_year
            range between 1 preceding and 1 preceding
        ),
        year_after as (
            partition by own.scorecard_code, own.org_unit_id order by own.reference_year
            range between 1 following and 1 following
        )
),

-- A unit that only this year knows because it is new, or only the year before because it ended, means another map.
-- A unit that lived through both years and was merely not ranked in one of them does not.
years as (
    select
        scorecard_code,
        reference_year,
        max(rubric_code) as rubric_code,
        max(rank_of) as rank_of,
        bool_or(not has_year_before and is_born_since_year_before) as has_new_unit,
        bool_or(not has_year_after and is_ended_by_year_after) as has_last_unit
    from neighbours
    group by scorecard_code, reference_year
),

changes as (
    select
        this.scorecard_code,
        this.reference_year,
        this.rubric_code is distinct from before.rubric_code as is_rubric_changed,
        coalesce(this.has_new_unit, false) or coalesce(before.has_last_unit, false) as is_map_changed,
        this.rank_of is distinct from before.rank_of as is_n_changed
    from years as this
    join years as before
        on before.scorecard_code = this.scorecard_code
        and before.reference_year = this.reference_year - 1
),

names as (
    select org_unit_id, org_unit_name_vi, max_by(org_unit_name_en, valid_from_on) as org_unit_name_en
    from stg.org_unit_version
    group by org_unit_id, org_unit_name_vi
)

select
    unit.scorecard_code,
    unit.reference_year,
    unit.period_code,
    unit.org_unit_id,
    unit.org_unit_code,
    unit.org_unit_name_vi,
    unit.stage_code,
    unit.boundary_vintage,
    unit.rubric_code,
    unit.rubric_year,
    unit.rubric_hash,
    unit.participation_status,
    unit.total_points,
    unit.max_points,
    unit.computed_rank,
    unit.rank_reason_code,
    unit.rank_of,
    unit.is_tied,
    unit.mean_rank,
    unit.cluster_code,
    unit.rank_in_cluster,
    unit.rating_code,
    unit.deciding_clause,
    unit.published_points,
    unit.published_rank,
    unit.rank_of_published_points,
    unit.published_rating,
    unit.is_synthetic,
    coalesce(names.org_unit_name_en, unit.org_unit_latest_name_en) as org_unit_name_en,
    unit.org_unit_sort,
    unit.rank,
    unit.rank_basis,
    unit.previous_rank,
    unit.previous_rank - unit.rank as rank_change,
    case
        when unit.has_year_before or (changes.reference_year is not null and unit.is_born_since_year_before)
            then coalesce(
                nullif(
                    concat_ws(
                        ',',
                        case when changes.is_rubric_changed then 'RUBRIC_CHANGED' end,
                        case when changes.is_map_changed then 'MAP_CHANGED' end,
                        case when changes.is_n_changed then 'N_CHANGED' end,
                        case when not unit.has_year_before then 'NEW_IDENTITY' end
                    ),
                    ''
                ),
                'SAME'
            )
    end as comparability_code,
    case
        when unit.rank is not null
            then cume_dist() over (
                partition by unit.scorecard_code, unit.reference_year, unit.rank is null order by unit.rank desc
            )
    end as rank_percentile,
    make_date(unit.reference_year, 1, 1) as period_start_on,
    cast(unit.reference_year as varchar) as year
from neighbours as unit
left join changes
    on changes.scorecard_code = unit.scorecard_code
    and changes.reference_year = unit.reference_year
left join names
    on names.org_unit_id = unit.org_unit_id
    and names.org_unit_name_vi = unit.org_unit_name_vi

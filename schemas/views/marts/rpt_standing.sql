-- grain: One row per scorecard x year x org unit, as rpt_ranking: what a page says about the unit, worded in both languages
-- key: scorecard_code, reference_year, org_unit_id
-- materialized: table
-- column scorecard_code: Scorecard, such as pci
-- column scorecard_name_vi: Name of the scorecard in Vietnamese
-- column scorecard_name_en: Name of the scorecard in English
-- column scorecard_order: Place of the scorecard in lists, from 1: real figures before made-up ones, then the longest history
-- column reference_year: Year that the standing is about
-- column year: Reference year as text, for axes that keep years apart
-- column is_latest_year: True in the last year of the scorecard that has ranks
-- column org_unit_id: Identity of the org unit; never reused, never an official code
-- column org_unit_level_code: country, region, province, district or commune
-- column org_unit_name_vi: Vietnamese name at that time, without the type word
-- column org_unit_label_vi: The same, with the units above it where another unit of that ranking has the name
-- column org_unit_label_en: English name, with the units above it where another unit of that ranking has the name
-- column org_unit_sort: Place of the org unit in Vietnamese alphabetical order
-- column is_own_unit: True for the units that the organisation calls its own in own_units.csv
-- column rank: Place shown, 1 is best; empty without a rank
-- column rank_of: How many org units are ranked
-- column rank_basis_vi: What the rank rests on, in Vietnamese; without a rank: why there is none
-- column rank_basis_en: The same in English
-- column published_rank: Rank as the publisher gave it; empty where none was given
-- column previous_rank: Rank in the year before; empty without one
-- column previous_rank_of: How many org units were ranked in the year before
-- column rank_change: Places climbed since the year before (negative: fell)
-- column change_label_vi: Arrow and places, or a word where there is nothing to compare with
-- column change_label_en: The same in English
-- column points: Total in points, else the points that the publisher gave
-- column max_points: Points attainable in total; empty without a rubric
-- column points_share: Total as a share of the points attainable, 0 to 1; empty without a rubric
-- column rating_name_vi: Class of the unit in Vietnamese; empty without a rating
-- column rating_name_en: The same in English; as published where the publisher's English word is not known
-- column rating_order: Place of the class among those of the year, from 1, the best
-- column next_rating_name_vi: The next better class of the year; empty in the best
-- column next_rating_name_en: The same in English
-- column places_to_next_rating: Places to the last unit of the next better class; 0 where some of it stand behind the unit
-- column cluster_code: Group of org units compared with one another; empty without clusters
-- column rank_in_cluster: Place inside the cluster
-- column cluster_of: How many org units the cluster has
-- column comparability_code: What differs from the year before, as in rpt_ranking
-- column comparability_vi: The same, in words
-- column comparability_en: The same, in English words
-- column is_rubric_changed: True when the rules differ from those of the year before
-- column is_map_changed: True when the map of org units differs from that of the year before
-- column difference_count: How many ranks and scores of the scorecard and year differ between publisher and us
-- column is_synthetic: True for made-up data, false for real figures
with scorecard as (
    select
        scorecard_code,
        cast(
            row_number() over (order by bool_or(is_synthetic), count(rank) desc, scorecard_code) as integer
        ) as scorecard_order,
        max(reference_year) filter (rank is not null) as latest_year
    from mart.rpt_ranking
    group by scorecard_code
),

rated as (
    select
        ranking.*,
        coalesce(rating.name_vi, ranking.published_rating, ranking.rating_code) as rating_name_vi,
        coalesce(rating.name_en, published.name_en, ranking.published_rating, ranking.rating_code) as rating_name_en,
        coalesce(rating.code_order, published.code_order) as declared_order
    from mart.rpt_ranking as ranking
    left join mart.dim_code as rating
        on rating.list_code = 'rating'
        and rating.code = concat(ranking.scorecard_code, '/', ranking.rating_code)
    left join mart.dim_code as published
        on published.list_code = 'published_rating'
        and published.code = concat(ranking.scorecard_code, '/', ranking.published_rating)
),

class as (
    select
        scorecard_code,
        reference_year,
        rating_name_vi,
        max(rank) as worst_rank,
        any_value(rating_name_en) as rating_name_en,
        cast(
            row_number() over (
                partition by scorecard_code, reference_year order by min(declared_order), avg(rank), rating_name_vi
            ) as integer
        ) as rating_order
    from rated
    where rating_name_vi is not null and rank is not null
    group by scorecard_code, reference_year, rating_name_vi
),

-- A name that two units of one ranking share needs the units above it, and what kind of unit it is where these are
-- shared too (a commune and the township beside it).
name as (
    select
        unit.scorecard_code,
        unit.reference_year,
        unit.org_unit_id,
        unit.org_unit_name_vi,
        registry.org_unit_level_code,
        registry.org_unit_path_vi,
        translate(strip_accents(registry.org_unit_path_vi), 'Đđ', 'Dd') as org_unit_path_en,
        type.org_unit_type as type_en,
        case type.org_unit_type
            when 'commune' then 'xã'
            when 'township' then 'thị trấn'
            when 'ward' then 'phường'
            when 'rural_district' then 'huyện'
            when 'urban_district' then 'quận'
            when 'town' then 'thị xã'
            when 'city' then 'thành phố'
            else type.org_unit_type
        end as type_vi
    from mart.rpt_ranking as unit
    left join mart.dim_org_unit as registry on registry.org_unit_id = unit.org_unit_id
    left join (
        select org_unit_id, max_by(org_unit_type, valid_from_on) as org_unit_type
        from mart.dim_org_unit_version
        group by org_unit_id
    ) as type on type.org_unit_id = unit.org_unit_id
),

label as (
    select
        *,
        count(distinct org_unit_id) over (partition by scorecard_code, reference_year, org_unit_name_vi) > 1 as is_name_shared,
        count(distinct org_unit_id) over (partition by scorecard_code, reference_year, org_unit_path_vi) > 1 as is_path_shared
    from name
),

changes as (
    select
        scorecard_code,
        reference_year,
        org_unit_id,
        string_agg(code.name_vi, ', ' order by part.place) as comparability_vi,
        string_agg(code.name_en, ', ' order by part.place) as comparability_en
    from (
        select
            scorecard_code,
            reference_year,
            org_unit_id,
            unnest(string_split(comparability_code, ',')) as code,
            generate_subscripts(string_split(comparability_code, ','), 1) as place
        from mart.rpt_ranking
    ) as part
    join mart.dim_code as code on code.list_code = 'comparability' and code.code = part.code
    group by scorecard_code, reference_year, org_unit_id
),

year as (
    select scorecard_code, reference_year, max(rank_of) as rank_of
    from mart.rpt_ranking
    group by scorecard_code, reference_year
),

difference as (
    select scorecard_code, reference_year, count(*) as difference_count
    from mart.rpt_published_vs_computed
    group by scorecard_code, reference_year
)

select
    unit.scorecard_code,
    coalesce(card.name_vi, unit.scorecard_code) as scorecard_name_vi,
    coalesce(card.name_en, unit.scorecard_code) as scorecard_name_en,
    scorecard.scorecard_order,
    unit.reference_year,
    unit.year,
    coalesce(unit.reference_year = scorecard.latest_year, false) as is_latest_year,
    unit.org_unit_id,
    label.org_unit_level_code,
    unit.org_unit_name_vi,
    case
        when label.is_name_shared and label.is_path_shared then label.org_unit_path_vi || ' (' || label.type_vi || ')'
        when label.is_name_shared then label.org_unit_path_vi
        else unit.org_unit_name_vi
    end as org_unit_label_vi,
    case
        when label.is_name_shared and label.is_path_shared then label.org_unit_path_en || ' (' || label.type_en || ')'
        when label.is_name_shared then label.org_unit_path_en
        else coalesce(unit.org_unit_name_en, unit.org_unit_name_vi)
    end as org_unit_label_en,
    unit.org_unit_sort,
    own.code is not null as is_own_unit,
    unit.rank,
    unit.rank_of,
    case unit.rank_basis
        when 'criteria' then 'tính từ tiêu chí'
        when 'published points' then 'theo điểm công bố'
        else coalesce(reason.name_vi, 'chưa xếp hạng')
    end as rank_basis_vi,
    case unit.rank_basis
        when 'criteria' then 'computed from criteria'
        when 'published points' then 'by published points'
        else coalesce(reason.name_en, 'not ranked')
    end as rank_basis_en,
    unit.published_rank,
    unit.previous_rank,
    before.rank_of as previous_rank_of,
    unit.rank_change,
    case
        when unit.rank_change > 0 then '▲ ' || unit.rank_change
        when unit.rank_change < 0 then '▼ ' || -unit.rank_change
        when unit.rank_change = 0 then '–'
        when unit.rank is null then ''
        when contains(unit.comparability_code, 'NEW_IDENTITY') then 'đơn vị mới'
        else 'chưa có năm trước'
    end as change_label_vi,
    case
        when unit.rank_change > 0 then '▲ ' || unit.rank_change
        when unit.rank_change < 0 then '▼ ' || -unit.rank_change
        when unit.rank_change = 0 then '–'
        when unit.rank is null then ''
        when contains(unit.comparability_code, 'NEW_IDENTITY') then 'new unit'
        else 'no year before'
    end as change_label_en,
    coalesce(cast(unit.total_points as double), unit.published_points) as points,
    cast(unit.max_points as double) as max_points,
    cast(unit.total_points as double) / nullif(cast(unit.max_points as double), 0) as points_share,
    unit.rating_name_vi,
    unit.rating_name_en,
    class.rating_order,
    better.rating_name_vi as next_rating_name_vi,
    better.rating_name_en as next_rating_name_en,
    greatest(unit.rank - better.worst_rank, 0) as places_to_next_rating,
    unit.cluster_code,
    unit.rank_in_cluster,
    case
        when unit.cluster_code is not null
            then cast(
                count(unit.rank_in_cluster) over (
                    partition by unit.scorecard_code, unit.reference_year, unit.cluster_code
                ) as integer
            )
    end as cluster_of,
    unit.comparability_code,
    changes.comparability_vi,
    changes.comparability_en,
    coalesce(contains(unit.comparability_code, 'RUBRIC_CHANGED'), false) as is_rubric_changed,
    coalesce(contains(unit.comparability_code, 'MAP_CHANGED'), false) as is_map_changed,
    cast(coalesce(difference.difference_count, 0) as integer) as difference_count,
    unit.is_synthetic
from rated as unit
join scorecard on scorecard.scorecard_code = unit.scorecard_code
join label
    on label.scorecard_code = unit.scorecard_code
    and label.reference_year = unit.reference_year
    and label.org_unit_id = unit.org_unit_id
left join mart.dim_code as card on card.list_code = 'scorecard' and card.code = unit.scorecard_code
left join mart.dim_code as own on own.list_code = 'own_unit' and own.code = unit.org_unit_id
left join mart.dim_code as reason on reason.list_code = 'rank_reason' and reason.code = unit.rank_reason_code
left join class
    on class.scorecard_code = unit.scorecard_code
    and class.reference_year = unit.reference_year
    and class.rating_name_vi = unit.rating_name_vi
left join class as better
    on better.scorecard_code = unit.scorecard_code
    and better.reference_year = unit.reference_year
    and better.rating_order = class.rating_order - 1
left join changes
    on changes.scorecard_code = unit.scorecard_code
    and changes.reference_year = unit.reference_year
    and changes.org_unit_id = unit.org_unit_id
left join year as before
    on before.scorecard_code = unit.scorecard_code
    and before.reference_year = unit.reference_year - 1
left join difference
    on difference.scorecard_code = unit.scorecard_code
    and difference.reference_year = unit.reference_year

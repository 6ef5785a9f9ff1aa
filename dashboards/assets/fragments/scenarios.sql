${page},
-- The year of the page under every set of rules that its scorecard ever had, and on every map that is offered for its level.
ranked as (
    select s.*
    from mart.rpt_standing s join page on page.scorecard_code = s.scorecard_code and page.reference_year = s.reference_year
),
rules as (
    select
        c.rubric_code,
        min(c.rubric_year) as rubric_year,
        case
            when count(distinct c.rubric_year) > 2 and max(c.rubric_year) - min(c.rubric_year) = count(distinct c.rubric_year) - 1
            then min(c.rubric_year) || '–' || max(c.rubric_year)
            else string_agg(distinct c.rubric_year::varchar, ', ' order by c.rubric_year::varchar)
        end as rubric_years,
        bool_or(c.rubric_year = page.reference_year) as is_own
    from mart.dim_criterion c join page on page.scorecard_code = c.scorecard_code
    group by c.rubric_code
),
-- On another map a unit has the rank of what it went into.
replay as (
    select r.*, heir.org_unit_id as belongs_to, case r.boundary_vintage when 'as-was' then 'rubric' else 'map' end as kind
    from mart.fct_rank r
    join page on page.scorecard_code = r.scorecard_code and page.reference_year = r.reference_year
    join mart.dim_org_unit_reach heir
        on heir.reached_org_unit_id = r.org_unit_id
        and (heir.relation_code = 'self' or (r.boundary_vintage <> 'as-was' and heir.relation_code = 'successor'))
    where r.stage_code = 'final' and r.period_code = 'Y' and r.rubric_code is not null
),
own_map as (
    select page.reference_year, v.*, unit_count = (select count(*) from ranked)
        and not exists (
            select 1 from ranked join mart.dim_org_unit life using (org_unit_id)
            where life.born_on > v.boundary_vintage::date or life.ended_on < v.boundary_vintage::date
        ) as is_own
    from page join mart.dim_boundary_vintage v on v.org_unit_level_code = page.org_unit_level_code
),
scenario as (
    select
        'rubric' as kind,
        case when is_own then 1 else 2 end as kind_order,
        rubric_code,
        'as-was' as boundary_vintage,
        is_own,
        case when is_own then '★ ' else '' end || '[[Tiêu chí |Rules of ]]' || rubric_years as scenario
    from rules
    union all
    select
        'map',
        3,
        (select max(rubric_code) from rules where is_own),
        boundary_vintage,
        is_own,
        boundary_vintage_name_${lang}
    from own_map
),
placed as (
    select
        scenario.*,
        ranked.org_unit_id,
        ranked.org_unit_label_${lang} as unit,
        ranked.org_unit_sort,
        ranked."rank" as own_rank,
        ranked.rank_of as own_rank_of,
        replay.computed_rank as rank_then,
        replay.rank_of as rank_then_of,
        case when scenario.kind = 'rubric' then ranked."rank" - replay.computed_rank end as places_moved,
        replay.org_unit_id is not null as is_asked,
        reason.name_${lang} || coalesce(': ' || (
            select any_value(c.criterion_name_${lang}) from mart.dim_criterion c
            where c.scorecard_code = replay.scorecard_code and c.rubric_code = replay.rubric_code
                and c.criterion_code = regexp_extract(replay.deciding_clause, 'missing=([a-z0-9_]+)', 1)
        ), '') as rank_reason,
        case when replay.computed_rank is not null then replay.org_unit_id end as ranked_id,
        coalesce(replay.org_unit_name_vi, '') as other_unit,
        ranked.is_synthetic
    from ranked
    cross join scenario
    left join replay
        on replay.belongs_to = ranked.org_unit_id
        and replay.kind = scenario.kind
        and replay.rubric_code = scenario.rubric_code
        and replay.boundary_vintage = scenario.boundary_vintage
    left join mart.dim_code reason on reason.list_code = 'rank_reason' and reason.code = replay.rank_reason_code
),
-- Criteria of a set of rules for which nothing came that year.
not_delivered as (
    select c.rubric_code, list(c.criterion_name_${lang} order by c.criterion_order) as criteria
    from mart.dim_criterion c
    join page on page.scorecard_code = c.scorecard_code
    join rules on rules.rubric_code = c.rubric_code and rules.rubric_year = c.rubric_year
    where c.is_counted
        and (c.metric_code is not null or c.scoring_rule = 'entered')
        and not exists (
            select 1 from mart.fct_observation o
            where o.metric_code = c.metric_code and o.reference_year = page.reference_year and o.period_code = 'Y' and o.value is not null)
        and not exists (
            select 1 from mart.fct_entered_points e
            where e.scorecard_code = c.scorecard_code and e.criterion_code = c.criterion_code and e.reference_year = page.reference_year)
    group by c.rubric_code
),
-- Criteria of the year's own rules whose values are on no other map.
not_rebased as (
    select own_map.boundary_vintage, list(c.criterion_name_${lang} order by c.criterion_order) as criteria
    from mart.dim_criterion c
    join page on page.scorecard_code = c.scorecard_code and page.reference_year = c.rubric_year
    cross join own_map
    where c.is_counted
        and (c.metric_code is not null or c.scoring_rule = 'entered')
        and not exists (
            select 1 from mart.rpt_metric_rebased m
            where m.metric_code = c.metric_code and m.reference_year = page.reference_year and m.boundary_vintage = own_map.boundary_vintage)
    group by own_map.boundary_vintage
),
-- Every scenario once: how many are ranked by it, else why nobody is.
judged as (
    select
        row_number() over (order by counted.kind_order, coalesce(counted.rubric_code, ''), counted.boundary_vintage)::integer as scenario_order,
        counted.*,
        case
            when ranked_count > 0 then ''
            when kind = 'map' and is_own then '[[Đây chính là địa giới của năm này|This is the map of the year itself]]'
            when kind = 'map' and counted.rubric_code is null then '[[Không tính được: năm này không có bộ tiêu chí|Cannot be computed: the year has no rules]]'
            when kind = 'map' and moved.criteria is not null
                then '[[Không quy đổi được sang địa giới ấy:|Cannot be put on that map:]] ' || array_to_string(moved.criteria[1:3], '; ')
                    || case when len(moved.criteria) > 3 then ' … (+' || (len(moved.criteria) - 3) || ')' else '' end
            when kind = 'map' then '[[Bản phát hành không tính sẵn; hỏi bằng lệnh xephang rank --units|Not in the release; ask xephang rank --units]] ' || counted.boundary_vintage
            when absent.criteria is not null
                then '[[Không tính được: năm này không có số liệu của|Cannot be computed: nothing came this year for]] ' || array_to_string(absent.criteria[1:3], '; ')
                    || case when len(absent.criteria) > 3 then ' … (+' || (len(absent.criteria) - 3) || ')' else '' end
            else '[[Không tính được:|Cannot be computed:]] '
                || coalesce(rank_reason, '[[lệnh xephang rank --rubric cho biết vì sao|ask xephang rank --rubric why]]')
        end as reason
    from (
        select
            kind, kind_order, rubric_code, boundary_vintage, is_own, scenario,
            count(distinct ranked_id) as ranked_count,
            max(rank_reason) as rank_reason
        from placed
        group by all
    ) as counted
    left join not_delivered as absent on absent.rubric_code = counted.rubric_code
    left join not_rebased as moved on moved.boundary_vintage = counted.boundary_vintage
)

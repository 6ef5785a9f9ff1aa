${metric_names},
-- The metric and year that are added up: the chosen ones; what was not chosen, or does not exist together, is the first metric
-- that can be added up, over the most levels, its last year; where there is none, a row that says so.
addable as (
    select
        r.metric_code,
        m.metric,
        m.metric_name,
        m.unit_of_measure,
        m.is_synthetic,
        r.reference_year,
        r."year",
        row_number() over (order by m.is_synthetic, r.level_count desc, m.metric_order, r.reference_year desc)::integer as addable_order
    from (
        select
            metric_code,
            reference_year,
            "year",
            max(count(distinct parent_level_code || org_unit_level_code)) over (partition by metric_code) as level_count
        from mart.rpt_metric_rollup
        where period_code = 'Y' and value is not null
        group by metric_code, reference_year, "year"
    ) r
    join metric_names m on m.metric_code = r.metric_code
),
roll as (
    {% set roll_metric = filter_values('roll_metric', remove_filter=True) -%}
    {% set roll_year = filter_values('roll_year', remove_filter=True) -%}
    select *
    from (
        select *
        from addable
        union all
        select '', '', '[[Bản phát hành này không có chỉ số nào cộng lên được|No metric of this release can be rolled up]]', '–', false, 0, '–', 0
        where not exists (from addable)
    )
    order by
        {% if roll_metric %}metric in {{ roll_metric | where_in }} desc,{% endif %}
        min(addable_order) over (partition by metric_code),
        {% if roll_year %}"year" in {{ roll_year | where_in }} desc,{% endif %}
        reference_year desc
    limit 1
),
-- Where each unit with a figure lies on the day of the map, itself being its own province or district.
figure as (
    select
        f.org_unit_id,
        f.org_unit_level_code,
        f.map_on,
        f.derivation_kind,
        f.factor::double as factor,
        f.numerator::double as numerator,
        f.denominator::double as denominator,
        f.has_figures,
        own.org_unit_name_${lang} as unit,
        own.org_unit_sort,
        max(above.org_unit_name_${lang}) filter (a.above_level_code = 'region') as region,
        max(case when a.above_level_code = 'province' then above.org_unit_name_${lang}
            when f.org_unit_level_code = 'province' then own.org_unit_name_${lang} end) as province
    from mart.fct_roll_up_figure f
    join roll on roll.metric_code = f.metric_code and roll.reference_year = f.reference_year and f.period_code = 'Y'
    join mart.dim_org_unit own on own.org_unit_id = f.org_unit_id
    left join mart.dim_org_unit_above a on a.map_on = f.map_on and a.org_unit_id = f.org_unit_id
    left join mart.dim_org_unit above on above.org_unit_id = a.above_org_unit_id
    group by all
),
place as (
    {% set roll_region = filter_values('roll_region', remove_filter=True) -%}
    {% set roll_province = filter_values('roll_province', remove_filter=True) -%}
    select
        (select any_value(region) from figure where {% if roll_region %}region in {{ roll_region | where_in }}{% else %}false{% endif %}) as region,
        (select any_value(province) from figure where {% if roll_province %}province in {{ roll_province | where_in }}{% else %}false{% endif %}) as province
)

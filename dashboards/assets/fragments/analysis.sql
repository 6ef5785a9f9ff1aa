${metric_names},
${unit_names},
${unit_places},
levels(org_unit_level_code, level_order, level) as (
    values ('province', 1, '[[Tỉnh|Province]]'), ('district', 2, '[[Huyện|District]]'), ('commune', 3, '[[Xã|Commune]]'),
        ('region', 4, '[[Vùng|Region]]'), ('country', 5, '[[Quốc gia|Country]]')
),
-- What the page is about: the chosen metric, level and year; what was not chosen, or does not exist together, is the first
-- metric, the level of provinces where it has values, its last year.
analysis as (
    {% set chosen_metric = filter_values('chosen_metric', remove_filter=True) -%}
    {% set chosen_level = filter_values('chosen_level', remove_filter=True) -%}
    {% set chosen_year = filter_values('chosen_year', remove_filter=True) -%}
    select m.*, levels.*, t.reference_year, cast(t.reference_year as varchar) as "year"
    from (
        select distinct metric_code, org_unit_level_code, reference_year
        from mart.rpt_metric_trend
        where value is not null
    ) t
    join metric_names m on m.metric_code = t.metric_code
    join levels on levels.org_unit_level_code = t.org_unit_level_code
    order by
        {% if chosen_metric %}m.metric in {{ chosen_metric | where_in }} desc,{% endif %}
        m.metric_order,
        {% if chosen_level %}levels.level in {{ chosen_level | where_in }} desc,{% endif %}
        levels.level_order,
        {% if chosen_year %}cast(t.reference_year as varchar) in {{ chosen_year | where_in }} desc,{% endif %}
        t.reference_year desc
    limit 1
),
-- The values of the metric at that level in all years, each with the place of its unit in that year.
measured as (
    select
        t.* exclude (metric_name_vi, metric_name_en, unit_of_measure, org_unit_name_vi),
        unit_names.unit,
        place.region,
        place.province,
        place.district
    from mart.rpt_metric_trend t
    join analysis on analysis.metric_code = t.metric_code and analysis.org_unit_level_code = t.org_unit_level_code
    join unit_names on unit_names.org_unit_id = t.org_unit_id
    asof left join unit_places place on place.org_unit_id = t.org_unit_id and place.map_on <= make_date(t.reference_year, 12, 31)
    where t.value is not null
),
-- The units of the chosen area; where it holds none with values, all units.
area as (
    {% set chosen_region = filter_values('chosen_region', remove_filter=True) -%}
    {% set chosen_province = filter_values('chosen_province', remove_filter=True) -%}
    {% set chosen_district = filter_values('chosen_district', remove_filter=True) -%}
    select org_unit_id, any_value(unit) as unit, any_value(org_unit_sort) as org_unit_sort
    from (
        select
            *,
            {% if chosen_region %}coalesce(region in {{ chosen_region | where_in }}, false) and {% endif %}
            {% if chosen_province %}coalesce(province in {{ chosen_province | where_in }}, false) and {% endif %}
            {% if chosen_district %}coalesce(district in {{ chosen_district | where_in }}, false) and {% endif %}
            true as is_inside
        from measured
    )
    group by org_unit_id
    qualify bool_or(is_inside) or not bool_or(bool_or(is_inside)) over ()
),
-- The units to look at: the chosen ones of the area, else the organisation's own, else the first of the alphabet.
picked as (
    {% set chosen_unit = filter_values('chosen_unit', remove_filter=True) -%}
    select area.org_unit_id
    from area left join mart.dim_code own on own.list_code = 'own_unit' and own.code = area.org_unit_id
    qualify rank() over (
        order by
            {% if chosen_unit %}case when area.unit in {{ chosen_unit | where_in }} then 0 else 1 end,
            case when area.unit not in {{ chosen_unit | where_in }} then{% endif %}
            coalesce(own.code_order - 1000, area.org_unit_sort){% if chosen_unit %} end{% endif %}
    ) = 1
),
-- Where each of these values was read: file and cell.
origin as (
    select org_unit_id, reference_year, h.value_as_delivered, h.observation_status, h.landing_file, h.cell_ref as cell
    from mart.fct_observation fact
    join mart.fct_observation_history h
        using (metric_code, org_unit_id, reference_year, period_code, data_vintage, source_code, received_at)
    where fact.period_code = 'Y' and fact.metric_code = (select analysis.metric_code from analysis)
    qualify row_number() over (partition by org_unit_id, reference_year order by h.landing_file, h.cell_ref) = 1
)

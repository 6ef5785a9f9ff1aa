-- Where each org unit lies on each day that figures are rolled up on; itself counts as its own province or district.
unit_places as (
    select
        a.org_unit_id,
        a.map_on,
        max(above.org_unit_name_${lang}) filter (where a.above_level_code = 'region') as region,
        coalesce(
            max(above.org_unit_name_${lang}) filter (where a.above_level_code = 'province'),
            max(own.org_unit_name_${lang}) filter (where a.org_unit_level_code = 'province')
        ) as province,
        coalesce(
            max(above.org_unit_name_${lang}) filter (where a.above_level_code = 'district'),
            max(own.org_unit_name_${lang}) filter (where a.org_unit_level_code = 'district')
        ) as district
    from mart.dim_org_unit_above a
    join mart.dim_org_unit above on above.org_unit_id = a.above_org_unit_id
    join mart.dim_org_unit own on own.org_unit_id = a.org_unit_id
    where a.org_unit_id in (select org_unit_id from mart.rpt_metric_trend)
    group by a.org_unit_id, a.map_on
)

-- One name per org unit that has values: with the units above it, its years or its kind where another has the same name.
unit_kind as (
    select org_unit_id, max_by(org_unit_type, valid_from_on) as org_unit_type
    from mart.dim_org_unit_version
    group by org_unit_id
),
unit_shared as (
    select
        u.*,
        coalesce(u.org_unit_name_${lang}, u.org_unit_name_vi) as plain_name,
        [[u.org_unit_path_vi|translate(strip_accents(u.org_unit_path_vi), 'Đđ', 'Dd')]] as long_name,
        unit_kind.org_unit_type,
        count(*) over (partition by u.org_unit_level_code, u.org_unit_name_vi) as same_name,
        count(*) over (partition by u.org_unit_level_code, u.org_unit_path_vi) as same_path,
        count(*) over (partition by u.org_unit_level_code, u.org_unit_path_vi, u.born_on, u.ended_on) as same_years
    from mart.dim_org_unit u left join unit_kind on unit_kind.org_unit_id = u.org_unit_id
    where u.org_unit_id in (select org_unit_id from mart.rpt_metric_trend)
),
unit_names as (
    select
        org_unit_id,
        org_unit_sort,
        case
            when same_name = 1 then plain_name
            when same_path = 1 then long_name
            when same_years > 1 and org_unit_type = 'commune' then long_name || ' ([[xã|commune]])'
            when same_years > 1 and org_unit_type = 'township' then long_name || ' ([[thị trấn|township]])'
            when same_years > 1 and org_unit_type = 'ward' then long_name || ' ([[phường|ward]])'
            when same_years > 1 then long_name || ' (' || org_unit_type || ')'
            when ended_on is not null then long_name || ' ([[đến|until]] ' || year(ended_on) || ')'
            else long_name || ' ([[từ|since]] ' || year(born_on) || ')'
        end as unit
    from unit_shared
)

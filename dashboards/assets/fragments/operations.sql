{% set chosen_source = filter_values('chosen_source', remove_filter=True) -%}
{% set chosen_form = filter_values('chosen_form', remove_filter=True) -%}
{% set chosen_year = filter_values('chosen_year', remove_filter=True) -%}
{% set chosen_severity = filter_values('chosen_severity', remove_filter=True) -%}
source_names as (
    select code as source_code, name_${lang} as source_name
    from mart.dim_code
    where list_code = 'source'
),
form_names as (
    select 'contract' as form_kind, code as form_code, name_${lang} as form_name
    from mart.dim_code
    where list_code = 'form'
    union all
    select 'scorecard', code, '[[Bảng xếp hạng|Scorecard]]: ' || name_${lang}
    from mart.dim_code
    where list_code = 'scorecard'
),
severity_names(severity_code, severity_order, severity) as (
    values ('error', 1, '[[lỗi|error]]'), ('warning', 2, '[[cảnh báo|warning]]'), ('info', 3, '[[để biết|to know]]')
),
-- What was delivered by whom, in which form and about which years. A file that fits no form has none of these but its source.
delivered as (
    select
        d.*,
        coalesce(s.source_name, d.source_code) as source,
        coalesce(f.form_name, nullif(d.contract_id, ''), '[[(không rõ biểu)|(form unknown)]]') as form,
        coalesce(y."year", '[[(không rõ năm)|(year unknown)]]') as "year"
    from mart.dim_delivery d
    left join source_names s on s.source_code = d.source_code
    left join form_names f on f.form_kind = 'contract' and f.form_code = d.contract_id
    left join mart.dim_delivery_year y on y.delivery_id = d.delivery_id
),
found as (
    select
        f.* exclude (severity),
        coalesce(s.source_name, f.source_code) as source,
        coalesce(n.form_name, nullif(f.form_code, ''), '[[(không rõ biểu)|(form unknown)]]') as form,
        coalesce(cast(f.reference_year as varchar), '[[(không rõ năm)|(year unknown)]]') as "year",
        v.severity,
        v.severity_order
    from mart.rpt_finding f
    join severity_names v on v.severity_code = f.severity
    left join source_names s on s.source_code = f.source_code
    left join (
        select form_code, min(form_name order by form_kind) as form_name
        from form_names
        group by form_code
    ) n on n.form_code = f.form_code
),
expected as (
    select
        c.*,
        coalesce(s.source_name, c.source_code, '[[(chưa nguồn nào giao)|(no source yet)]]') as source,
        coalesce(f.form_name, c.form_code) as form
    from mart.rpt_completeness c
    left join source_names s on s.source_code = c.source_code
    left join form_names f on f.form_kind = c.form_kind and f.form_code = c.form_code
)

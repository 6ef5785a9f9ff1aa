select 'a figure that conflicts is not the one that is served' as problem,
    concat_ws(' ', fact.metric_code, fact.org_unit_id, fact.reference_year, fact.period_code) as found
from mart.rpt_source_conflict as fact
left join mart.fct_observation as served
    on served.metric_code = fact.metric_code
    and served.org_unit_id = fact.org_unit_id
    and served.reference_year = fact.reference_year
    and served.period_code = fact.period_code
where served.metric_code is null or served.value is distinct from fact.value
union all
select 'sources conflict without a finding' as problem,
    concat_ws(' ', fact.landing_file, fact.cell_ref, fact.metric_code) as found
from mart.rpt_source_conflict as fact
where fact.reason_code = 'SOURCE_ORDER'
    and not exists (
        from stg.year_finding as told
        where told.code = 'CONFLICTING_SOURCES'
            and told.landing_file = fact.landing_file
            and concat_ws('!', nullif(told.sheet, ''), told.cell) = fact.cell_ref
    )
union all
select 'a conflict has no reason of the list' as problem, reason_code as found
from (select distinct reason_code from mart.rpt_source_conflict)
where reason_code not in (select code from mart.dim_code where list_code = 'conflict_reason')

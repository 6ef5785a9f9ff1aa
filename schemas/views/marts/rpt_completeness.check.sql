select 'more values were received than expected' as problem,
    concat_ws(' ', form_kind, form_code, org_unit_id, reference_year, received_count, 'of', expected_count) as found
from mart.rpt_completeness
where received_count > expected_count
union all
select 'a row names an org unit that dim_org_unit does not have' as problem, fact.org_unit_id as found
from (select distinct org_unit_id from mart.rpt_completeness) as fact
anti join mart.dim_org_unit as parent on parent.org_unit_id = fact.org_unit_id

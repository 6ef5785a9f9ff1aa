select 'stage_code is outside its closed list' as problem, stage_code as found
from (select distinct stage_code from mart.fct_entered_points)
where stage_code not in ('self', 'confirmed', 'final')
union all
select 'a row names an org unit that dim_org_unit does not have' as problem, fact.org_unit_id as found
from (select distinct org_unit_id from mart.fct_entered_points) as fact
anti join mart.dim_org_unit as parent on parent.org_unit_id = fact.org_unit_id

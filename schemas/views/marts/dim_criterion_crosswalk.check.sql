select 'a criterion of a crosswalk is none of its rubric' as problem,
    concat_ws(' ', scorecard_code, from_rubric_code, from_criterion_code, to_rubric_code, to_criterion_code) as found
from mart.dim_criterion_crosswalk
where (from_criterion_code is not null and from_criterion_name_vi is null)
    or (to_criterion_code is not null and to_criterion_name_vi is null)
union all
select 'a relation is outside its closed list' as problem, relation as found
from (select distinct relation from mart.dim_criterion_crosswalk)
where relation not in ('same', 'renamed', 'changed', 'broken')

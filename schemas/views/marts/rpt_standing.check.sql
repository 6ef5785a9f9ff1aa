select 'a ranking row has no standing' as problem, concat_ws(' ', ranking.scorecard_code, ranking.reference_year, ranking.org_unit_id) as found
from mart.rpt_ranking as ranking
anti join mart.rpt_standing as standing
    on standing.scorecard_code = ranking.scorecard_code
    and standing.reference_year = ranking.reference_year
    and standing.org_unit_id = ranking.org_unit_id
union all
select 'two units of one scorecard year have the same label', concat_ws(' ', scorecard_code, reference_year, org_unit_label_vi)
from mart.rpt_standing
group by scorecard_code, reference_year, org_unit_label_vi
having count(*) > 1
union all
select 'a unit has no label', concat_ws(' ', scorecard_code, reference_year, org_unit_id)
from mart.rpt_standing
where org_unit_label_vi is null or org_unit_label_en is null

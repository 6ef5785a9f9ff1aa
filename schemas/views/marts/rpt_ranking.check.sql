select 'a unit that fct_rank knows by the own rubric is missing' as problem,
    concat_ws(' ', ranked.scorecard_code, ranked.reference_year, ranked.org_unit_id) as found
from mart.fct_rank as ranked
anti join mart.rpt_ranking as ranking
    on ranking.scorecard_code = ranked.scorecard_code
    and ranking.reference_year = ranked.reference_year
    and ranking.org_unit_id = ranked.org_unit_id
where ranked.period_code = 'Y'
    and ranked.stage_code = 'final'
    and ranked.boundary_vintage = 'as-was'
    and (ranked.rubric_year is null or ranked.rubric_year = ranked.reference_year)
union all
select 'a rank is outside 1 to rank_of' as problem,
    concat_ws(' ', scorecard_code, reference_year, org_unit_id, rank, 'of', rank_of) as found
from mart.rpt_ranking
where (rank_basis = 'criteria' or rubric_code is null)
    and not coalesce(rank between 1 and rank_of, rank is null)
union all
select 'previous_rank or rank_change does not follow from the rank of the year before' as problem,
    concat_ws(' ', this.scorecard_code, this.reference_year, this.org_unit_id) as found
from mart.rpt_ranking as this
left join mart.rpt_ranking as before
    on before.scorecard_code = this.scorecard_code
    and before.org_unit_id = this.org_unit_id
    and before.reference_year = this.reference_year - 1
where this.previous_rank is distinct from before.rank
    or this.rank_change is distinct from before.rank - this.rank
union all
select 'a unit with a row in the year before has no comparability code, or NEW_IDENTITY' as problem,
    concat_ws(' ', this.scorecard_code, this.reference_year, this.org_unit_id) as found
from mart.rpt_ranking as this
join mart.rpt_ranking as before
    on before.scorecard_code = this.scorecard_code
    and before.org_unit_id = this.org_unit_id
    and before.reference_year = this.reference_year - 1
where this.comparability_code is null
    or contains(this.comparability_code, 'NEW_IDENTITY')
union all
select 'real and synthetic units meet in one ranking' as problem,
    concat_ws(' ', scorecard_code, reference_year) as found
from mart.rpt_ranking
group by scorecard_code, reference_year
having bool_or(is_synthetic) and not bool_and(is_synthetic)
union all
select 'the best place of a year does not have the percentile 1' as problem,
    concat_ws(' ', scorecard_code, reference_year) as found
from mart.rpt_ranking
where rank is not null
group by scorecard_code, reference_year
having max(rank_percentile) <> 1

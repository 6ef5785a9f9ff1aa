select 'a unit without a place is eligible, or the clause says otherwise' as problem,
    concat_ws(' ', scorecard_code, reference_year, commendation_code, org_unit_id) as found
from mart.rpt_commendation
where (is_eligible and rank is null) or is_eligible <> (clause_code = 'all') or (clause_code = 'not_ranked') <> (rank is null)
union all
select 'a unit beyond the quota has a better place than an eligible one' as problem,
    concat_ws(' ', beyond.scorecard_code, beyond.reference_year, beyond.commendation_code, beyond.org_unit_id) as found
from mart.rpt_commendation as beyond
join mart.rpt_commendation as eligible
    on eligible.scorecard_code = beyond.scorecard_code
    and eligible.reference_year = beyond.reference_year
    and eligible.commendation_code = beyond.commendation_code
where beyond.clause_code = 'quota' and eligible.is_eligible and eligible.rank >= beyond.rank
union all
select 'the quota is exceeded by more than a tie at its edge' as problem,
    concat_ws(' ', scorecard_code, reference_year, commendation_code) as found
from (
    select *, max(rank) over (partition by scorecard_code, reference_year, commendation_code) as last_rank
    from mart.rpt_commendation
    where is_eligible
)
group by scorecard_code, reference_year, commendation_code, quota_count
having count(*) filter (where rank < last_rank) >= quota_count
union all
select 'a synthetic ranking gives a real commendation' as problem,
    concat_ws(' ', scorecard_code, reference_year, commendation_code) as found
from mart.rpt_commendation
join mart.rpt_ranking as ranking using (scorecard_code, reference_year, org_unit_id)
where ranking.is_synthetic and not rpt_commendation.is_synthetic

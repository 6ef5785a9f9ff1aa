-- grain: One row per scorecard x year x commendation that is given that year x org unit that the scorecard expects
-- key: scorecard_code, reference_year, commendation_code, org_unit_id
-- materialized: table
-- column scorecard_code: Scorecard, such as justice-province
-- column reference_year: Year that was ranked
-- column year: Reference year as text, for axes that keep years apart
-- column commendation_code: What the org unit may be put forward for
-- column commendation_name_vi: Name of the commendation in Vietnamese
-- column commendation_name_en: Name of the commendation in English
-- column org_unit_id: Identity of the org unit; never reused, never an official code
-- column org_unit_name_vi: Vietnamese name at that time, without the type word
-- column org_unit_sort: Place of the org unit in Vietnamese alphabetical order
-- column rank: Place of the org unit; empty without one
-- column rank_of: How many org units are ranked
-- column cluster_code: Group of org units compared with one another; empty without clusters
-- column rank_in_cluster: Place inside the cluster; empty without clusters
-- column rating_code: Class by the rating rule of the rubric; empty without one
-- column is_eligible: True where every declared clause holds, the quota included
-- column clause_code: The clause that decided: not_ranked, rating, rank, rank_in_cluster, knock_out, years_before, quota, or all where every clause holds
-- column deciding_clause_vi: That clause in Vietnamese, with what the org unit has and what it needs
-- column deciding_clause_en: That clause in English
-- column eligible_count: How many org units are eligible for this commendation that year
-- column quota_count: How many may be put forward at most; empty without a quota
-- column decision_number: Decision that set the rule; empty where none is known
-- column source: How the rule is known
-- column is_synthetic: True where the rule or the ranking is made up
select
    commendation.scorecard_code,
    commendation.reference_year,
    cast(commendation.reference_year as varchar) as year,
    commendation.commendation_code,
    commendation.commendation_name_vi,
    commendation.commendation_name_en,
    commendation.org_unit_id,
    ranking.org_unit_name_vi,
    ranking.org_unit_sort,
    ranking.computed_rank as rank,
    ranking.rank_of,
    ranking.cluster_code,
    ranking.rank_in_cluster,
    ranking.rating_code,
    commendation.is_eligible,
    commendation.clause_code,
    commendation.deciding_clause_vi,
    commendation.deciding_clause_en,
    count(*) filter (where commendation.is_eligible) over (
        partition by commendation.scorecard_code, commendation.reference_year, commendation.commendation_code
    ) as eligible_count,
    commendation.quota_count,
    commendation.decision_number,
    commendation.source,
    commendation.is_synthetic
from stg.commendation as commendation
join mart.rpt_ranking as ranking
    on ranking.scorecard_code = commendation.scorecard_code
    and ranking.reference_year = commendation.reference_year
    and ranking.period_code = commendation.period_code
    and ranking.org_unit_id = commendation.org_unit_id

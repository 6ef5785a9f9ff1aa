-- grain: One row per scorecard x reference year x period x org unit x stage x boundary vintage x rubric
-- key: scorecard_code, reference_year, period_code, org_unit_id, stage_code, boundary_vintage, rubric_code, rubric_year, rubric_hash
-- materialized: view
-- column scorecard_code: Scorecard, such as pci
-- column reference_year: Year that the value is about
-- column period_code: Part of the year: Y whole year, H1 first half
-- column org_unit_id: Identity of the org unit; never reused, never an official code
-- column org_unit_code: Official code at that time; empty where none was given
-- column org_unit_name_vi: Vietnamese name at that time, without the type word
-- column stage_code: self, confirmed or final
-- column boundary_vintage: Map of org units: as-was, or the date of another map
-- column rubric_code: Rules applied; years with equal rules share it; empty without a rubric
-- column rubric_year: Year of the rubric file applied; empty without a rubric
-- column rubric_hash: SHA-256 of the rubric file, lower-case hex; empty without a rubric
-- column participation_status: ranked, not_participating or not_delivered
-- column total_points: Total in points, rounded as the rubric says; empty without a total
-- column max_points: Points attainable in total; empty without a rubric
-- column computed_rank: Place by the rubric, 1 is best, ties share the better place; empty without a rank
-- column rank_reason_code: Why there is no computed rank; empty where there is one
-- column rank_of: How many org units are ranked; without a rubric, how many have published points
-- column is_tied: True when another org unit holds the same place; empty without a rank
-- column mean_rank: Mean of the places that tied org units take together, where the rubric shares places so; else empty
-- column cluster_code: Group of org units compared with one another; empty without clusters
-- column rank_in_cluster: Place inside the cluster; empty without clusters
-- column rating_code: Class by the rating rule of the rubric; empty without such a rule
-- column deciding_clause: Rule of the rubric that decided the place
-- column published_points: Score as the publisher gave it, in points; repeated on replay rows
-- column published_rank: Rank as the publisher gave it; repeated on replay rows
-- column rank_of_published_points: Competition rank of the published scores
-- column published_rating: Rating as the publisher gave it; repeated on replay rows
-- column is_synthetic: True for made-up data, false for real figures
select
    scorecard_code,
    reference_year,
    period_code,
    org_unit_id,
    org_unit_code,
    org_unit_name_vi,
    stage_code,
    boundary_vintage,
    rubric_code,
    rubric_year,
    rubric_hash,
    participation_status,
    total_points,
    max_points,
    computed_rank,
    rank_reason_code,
    rank_of,
    is_tied,
    mean_rank,
    cluster_code,
    rank_in_cluster,
    rating_code,
    deciding_clause,
    published_points,
    published_rank,
    rank_of_published_points,
    published_rating,
    is_synthetic
from stg.rank

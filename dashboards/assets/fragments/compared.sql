${page},
-- What the publisher says of the chosen year beside what we compute; a publisher without ranks is taken by its points.
compared as (
    select
        s.org_unit_id,
        s.org_unit_label_${lang} as unit,
        s.org_unit_sort,
        s."rank" as our_rank,
        s.rank_of,
        s.rank_basis_${lang} as rank_basis,
        coalesce(s.published_rank, case when r.computed_rank is not null then r.rank_of_published_points end) as publisher_rank,
        s.published_rank is null as is_rank_of_points,
        r.published_points as publisher_points,
        r.total_points::double as our_points,
        by_rank.difference::integer as rank_difference,
        by_score.difference as points_difference,
        reason.name_${lang} as difference_reason,
        s.is_synthetic,
        s.org_unit_id = page.org_unit_id as is_chosen
    from mart.rpt_standing s
    join page on page.scorecard_code = s.scorecard_code and page.reference_year = s.reference_year
    join mart.rpt_ranking r
        on r.scorecard_code = s.scorecard_code and r.reference_year = s.reference_year and r.org_unit_id = s.org_unit_id
    left join mart.rpt_published_vs_computed by_rank
        on by_rank.scorecard_code = s.scorecard_code and by_rank.reference_year = s.reference_year and by_rank.org_unit_id = s.org_unit_id
        and by_rank.measure_code = 'rank'
    left join mart.rpt_published_vs_computed by_score
        on by_score.scorecard_code = s.scorecard_code and by_score.reference_year = s.reference_year and by_score.org_unit_id = s.org_unit_id
        and by_score.measure_code = 'score'
    left join mart.dim_code reason
        on reason.list_code = 'difference_reason' and reason.code = coalesce(by_rank.reason_code, by_score.reason_code)
)

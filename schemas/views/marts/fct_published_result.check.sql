select 'a published figure has no cell' as problem,
    concat_ws(' ', scorecard_code, reference_year, org_unit_id, delivery_id) as found
from mart.fct_published_result
where (published_points is not null and points_cell_ref is null)
    or (published_rank is not null and rank_cell_ref is null)
    or (published_rating is not null and rating_cell_ref is null)

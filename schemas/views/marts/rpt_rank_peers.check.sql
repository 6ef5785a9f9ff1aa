select 'a place among peers is outside 1 to their number' as problem,
    concat_ws(' ', scorecard_code, org_unit_id, reference_year, peer_group_code) as found
from mart.rpt_rank_peers
where peer_rank < 1 or peer_rank > peer_count

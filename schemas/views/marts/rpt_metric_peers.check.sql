select 'a place among peers is outside 1 to their number' as problem,
    concat_ws(' ', metric_code, org_unit_id, reference_year, peer_group_code, peer_rank) as found
from mart.rpt_metric_peers
where peer_rank < 1 or peer_rank > peer_count

select 'a unit is in two groups of a kind in a year' as problem,
    concat_ws(' ', org_unit_id, reference_year, peer_group_kind, scorecard_code) as found
from mart.dim_peer_group_member
group by org_unit_id, reference_year, peer_group_kind, scorecard_code
having count(*) > 1

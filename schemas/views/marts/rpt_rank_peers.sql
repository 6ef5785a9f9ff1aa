-- grain: One row per scorecard x reference year x ranked org unit x group of peers that it belonged to that year
-- key: scorecard_code, org_unit_id, reference_year, peer_group_kind, peer_group_code
-- materialized: table
-- column scorecard_code: Scorecard, such as pci
-- column reference_year: Year that the rank is about
-- column year: Reference year as text, for axes that keep years apart
-- column org_unit_id: Identity of the org unit; never reused, never an official code
-- column org_unit_name_vi: Vietnamese name at that time, without the type word
-- column peer_group_kind: What makes them peers: region, org_unit_type, urban_rural, population_class, or the scorecard's own cluster
-- column peer_group_code: The group, as it was at the end of the year
-- column peer_group_name_vi: Name of the group in Vietnamese; empty where only a code is known
-- column peer_group_name_en: Name of the group in English; empty where only a code is known
-- column rank: Place among all that are ranked, see rpt_ranking
-- column rank_of: How many are ranked
-- column peer_rank: Place among the ranked peers; ties share the better place
-- column peer_count: Number of ranked peers, the org unit itself counted: say peer_rank "of" it
-- column peer_percentile: Share of the ranked peers that stand at this place or below it, 0 to 1; the best has 1
-- column peer_median_rank: Median of the peers' places among all
-- column previous_peer_rank: Place among its peers in the year before; empty without one, or when the group was another
-- column peer_rank_change: Places climbed among its peers since the year before (negative: fell); empty without a place in both years
-- column is_synthetic: True for made-up data, false for real figures
with placed as (
    select
        ranking.scorecard_code,
        ranking.reference_year,
        ranking.year,
        ranking.org_unit_id,
        ranking.org_unit_name_vi,
        peers.org_unit_level_code,
        peers.peer_group_kind,
        peers.peer_group_code,
        peers.peer_group_name_vi,
        peers.peer_group_name_en,
        ranking.rank,
        ranking.rank_of,
        rank() over (peers_best_first) as peer_rank,
        count(*) over (all_peers) as peer_count,
        1 - (rank() over (peers_best_first) - 1) / count(*) over (all_peers) as peer_percentile,
        median(ranking.rank) over (all_peers) as peer_median_rank,
        ranking.is_synthetic
    from mart.rpt_ranking as ranking
    join mart.dim_peer_group_member as peers
        on peers.org_unit_id = ranking.org_unit_id and peers.reference_year = ranking.reference_year
    where ranking.rank is not null
        and (peers.scorecard_code is null or peers.scorecard_code = ranking.scorecard_code)
    window
        all_peers as (
            partition by
                ranking.scorecard_code,
                ranking.reference_year,
                peers.org_unit_level_code,
                peers.peer_group_kind,
                peers.peer_group_code
        ),
        peers_best_first as (
            partition by
                ranking.scorecard_code,
                ranking.reference_year,
                peers.org_unit_level_code,
                peers.peer_group_kind,
                peers.peer_group_code
            order by ranking.rank
        )
)

select
    this.scorecard_code,
    this.reference_year,
    this.year,
    this.org_unit_id,
    this.org_unit_name_vi,
    this.peer_group_kind,
    this.peer_group_code,
    this.peer_group_name_vi,
    this.peer_group_name_en,
    this.rank,
    this.rank_of,
    cast(this.peer_rank as integer) as peer_rank,
    cast(this.peer_count as integer) as peer_count,
    this.peer_percentile,
    this.peer_median_rank,
    cast(before.peer_rank as integer) as previous_peer_rank,
    cast(before.peer_rank - this.peer_rank as integer) as peer_rank_change,
    this.is_synthetic
from placed as this
left join placed as before
    on before.scorecard_code = this.scorecard_code
    and before.org_unit_id = this.org_unit_id
    and before.reference_year = this.reference_year - 1
    and before.peer_group_kind = this.peer_group_kind
    and before.peer_group_code = this.peer_group_code

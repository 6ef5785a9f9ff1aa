-- grain: One row per org unit x validity
-- key: org_unit_id, valid_from_on
-- materialized: view
-- column org_unit_id: Identity of the org unit; never reused, never an official code
-- column org_unit_level_code: country, region, province, district or commune
-- column org_unit_code: Official code at that time; empty where none was given
-- column org_unit_name_vi: Vietnamese name at that time, without the type word
-- column org_unit_name_en: English name at that time
-- column org_unit_type: Type of the unit at that time, such as province or municipality
-- column parent_org_unit_id: Org unit it belonged to; empty at the top or where not stated
-- column region_code: Region it belonged to; empty where not stated
-- column valid_from_on: First day of validity
-- column valid_to_on: Last day of validity, inclusive; empty while it lives
-- column certainty: verified (read in the source), memory (not checked) or judgement (ours)
-- column source: Where this fact comes from
select
    org_unit_id,
    org_unit_level_code,
    org_unit_code,
    org_unit_name_vi,
    org_unit_name_en,
    org_unit_type,
    parent_org_unit_id,
    region_code,
    valid_from_on,
    valid_to_on,
    certainty,
    source
from stg.org_unit_version

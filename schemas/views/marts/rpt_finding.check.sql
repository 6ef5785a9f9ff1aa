select 'severity is outside its closed list' as problem, severity as found
from (select distinct severity from mart.rpt_finding)
where severity not in ('error', 'warning', 'info')
union all
select 'blocks is outside its closed list' as problem, blocks as found
from (select distinct blocks from mart.rpt_finding)
where blocks not in ('nothing', 'cell', 'form', 'file')
union all
select 'a finding has no sentence or no fix' as problem, concat_ws(' ', code, landing_file, sheet, cell) as found
from mart.rpt_finding
where message_vi = '' or message_en = '' or how_to_fix = '' or how_to_fix_en = ''

-- The ranking whose scores are laid beside the metric: the chosen one where both know the same units in the same year, else
-- one that is made of the metric, else the first that does; in the chosen year, else in the last one. Real and made-up
-- figures are never laid side by side.
score_page as (
    {% set chosen_scorecard = filter_values('chosen_scorecard', remove_filter=True) -%}
    select s.scorecard_code, s.scorecard_name_${lang} as scorecard, s.reference_year
    from mart.rpt_standing s
    join measured on measured.org_unit_id = s.org_unit_id and measured.reference_year = s.reference_year
    join analysis on analysis.is_synthetic = s.is_synthetic
    where s.points is not null
    order by
        {% if chosen_scorecard %}s.scorecard_name_${lang} in {{ chosen_scorecard | where_in }} desc,{% endif %}
        exists (select 1 from mart.dim_criterion c where c.scorecard_code = s.scorecard_code and c.metric_code = analysis.metric_code) desc,
        s.scorecard_order,
        s.reference_year = analysis.reference_year desc,
        s.reference_year desc
    limit 1
),
scored as (
    select
        s.org_unit_id,
        s."year",
        s."rank",
        s.rank_of,
        s.points,
        measured.unit,
        measured.value,
        measured.region,
        measured.province,
        measured.district,
        score_page.scorecard,
        analysis.metric,
        analysis.is_synthetic,
        measured.org_unit_id in (select org_unit_id from picked) as is_picked
    from mart.rpt_standing s
    join score_page on score_page.scorecard_code = s.scorecard_code and score_page.reference_year = s.reference_year
    join measured on measured.org_unit_id = s.org_unit_id and measured.reference_year = s.reference_year
    join analysis on true
    where s.points is not null
)

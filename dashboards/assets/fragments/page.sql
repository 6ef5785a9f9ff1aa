page as (
    -- What the page is about: the chosen scorecard, year and unit; what was not chosen, or does not exist together, is
    -- the first scorecard, its last year, the organisation's own unit, else the first in rank.
    {% set chosen_scorecard = filter_values('chosen_scorecard', remove_filter=True) -%}
    {% set chosen_year = filter_values('chosen_year', remove_filter=True) -%}
    {% set chosen_unit = filter_values('chosen_unit', remove_filter=True) -%}
    select *
    from mart.rpt_standing
    where rank_of is not null
    order by
        {% if chosen_scorecard %}scorecard_name_${lang} in {{ chosen_scorecard | where_in }} desc,{% endif %}
        scorecard_order,
        {% if chosen_year %}"year" in {{ chosen_year | where_in }} desc,{% endif %}
        reference_year desc,
        {% if chosen_unit %}org_unit_label_${lang} in {{ chosen_unit | where_in }} desc,{% endif %}
        is_own_unit desc,
        "rank" nulls last,
        org_unit_sort
    limit 1
)

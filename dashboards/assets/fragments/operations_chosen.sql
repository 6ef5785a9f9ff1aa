true
{%- if chosen_source %} and source in {{ chosen_source | where_in }}{% endif %}
{%- if chosen_form %} and form in {{ chosen_form | where_in }}{% endif %}
{%- if chosen_year %} and "year" in {{ chosen_year | where_in }}{% endif %}

true{% if chosen_severity %} and severity in {{ chosen_severity | where_in }}{% endif %}

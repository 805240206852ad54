-- What else refers to a record is asked whenever one is archived, and by the filters of lists.
CREATE INDEX partners_by_merged ON partners (institution_id, merged_into_id);
CREATE INDEX exchange_students_by_unit ON exchange_students (institution_id, unit_id);
CREATE INDEX exchange_students_by_programme ON exchange_students (institution_id, funding_programme_id);
CREATE INDEX grant_projects_by_unit ON grant_projects (institution_id, unit_id);
CREATE INDEX grant_projects_by_lead ON grant_projects (institution_id, lead_id);
CREATE INDEX units_by_head ON units (institution_id, head_id);

DROP INDEX units_by_head;
DROP INDEX grant_projects_by_lead;
DROP INDEX grant_projects_by_unit;
DROP INDEX exchange_students_by_programme;
DROP INDEX exchange_students_by_unit;
DROP INDEX partners_by_merged;

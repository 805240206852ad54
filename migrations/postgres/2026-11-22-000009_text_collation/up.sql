-- SQLite compares text byte by byte; so does PostgreSQL with this collation, whatever the database was created with.
-- Sorted lists and their cursors then agree on both.
DO $$
DECLARE
    it RECORD;
BEGIN
    FOR it IN
        SELECT table_name, column_name FROM information_schema.columns
        WHERE table_schema = current_schema() AND data_type = 'text' AND table_name NOT LIKE '\_\_%'
    LOOP
        EXECUTE format('ALTER TABLE %I ALTER COLUMN %I TYPE TEXT COLLATE "C"', it.table_name, it.column_name);
    END LOOP;
END
$$;
